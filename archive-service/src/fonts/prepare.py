"""Prepares the fonts of the main volume; run once, see SOURCE.md beside the fonts. Needs Python 3 and fontTools.

What it does to each font:
- keeps the code points asked for, drops hinting, layout tables and vertical metrics, which print nothing here;
- gives every code point a glyph of its own, so that a glyph on a page reads back as the one character it was set for
  (in the original 民 U+6C11 and the radical U+2EA0 share a glyph, and a PDF's text comes out as the radical);
- gives it a name of its own, as the licence asks of a changed font.
"""

import copy
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

NOTHING_TO_READ = {0x0D, 0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, 0x2060, 0xFEFF}


def trim(font, wanted):
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "VORG", "FFTM", "prop", "gasp"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def part_shared_glyphs(font, cmap):
    """A second code point of a glyph gets a copy: a glyph that consists of the first."""
    glyphs, metrics = font["glyf"], font["hmtx"]
    order, taken = font.getGlyphOrder(), set()
    for code in sorted(cmap, key=lambda c: (0x2E80 <= c <= 0x2FDF or 0xF900 <= c <= 0xFAFF, c)):
        glyph = cmap[code]
        if glyph not in taken:
            taken.add(glyph)
            continue
        name = "again%05X" % code
        twin = Glyph()
        if glyphs[glyph].numberOfContours == 0:
            twin = copy.deepcopy(glyphs[glyph])
        else:
            part = GlyphComponent()
            part.glyphName, part.x, part.y, part.flags = glyph, 0, 0, 0x0202 | 0x0004
            twin.numberOfContours, twin.components = -1, [part]
        order = order + [name]
        font.setGlyphOrder(order)
        glyphs.glyphs[name], glyphs.glyphOrder = twin, order
        metrics.metrics[name] = metrics.metrics[glyph]
        cmap[code] = name
        taken.add(name)
    for name in order:
        if glyphs[name].numberOfContours:
            glyphs[name].recalcBounds(glyphs)


def one_table(font, cmap):
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups, table.cmap = 12, 0, 0, 0, cmap
    font["cmap"].tables = [table]


def rename(font, name):
    post_script = name.replace(" ", "")
    text = {1: name, 2: "Regular", 3: post_script + ";1", 4: name, 6: post_script, 16: name, 17: "Regular"}
    records = font["name"]
    records.names = [it for it in records.names if it.nameID in (0, 5, 13, 14) and it.platformID == 3]
    for number, value in text.items():
        records.setName(value, number, 3, 1, 0x409)


def prepare(source, target, name, ranges, without):
    known = set()
    for other in without:
        known |= set(TTFont(other, lazy=True).getBestCmap())
    font = TTFont(source, recalcTimestamp=False)
    wanted = {c for c in font.getBestCmap() if any(a <= c <= b for a, b in ranges)} - known - NOTHING_TO_READ
    trim(font, wanted)
    cmap = dict(font.getBestCmap())
    part_shared_glyphs(font, cmap)
    one_table(font, cmap)
    rename(font, name)
    font["post"].formatType = 3.0
    font.save(target)
    print(target, len(cmap), "characters")


def main():
    source, target, name, ranges, *without = sys.argv[1:]
    pairs = [tuple(int(end, 16) for end in it.split("-")) for it in ranges.split(",")]
    prepare(source, target, name, pairs, without)


main()
