@org.jspecify.annotations.NullMarked
package court.deploy.simulators.cityapp;
