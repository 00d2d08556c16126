@org.jspecify.annotations.NullMarked
package court.archive.render;
