/** The main volume 正卷 on paper: the case's papers in their order, paged, as one PDF that can be kept for ever. */
@org.jspecify.annotations.NullMarked
package court.archive.render;
