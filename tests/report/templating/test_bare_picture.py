"""A picture's dots are kept to the last one, and nothing that stands beside them."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from sostool.report.templating.bare_picture import NoPictureError, bare_picture

SECRET = b"Fern Court"


def piece(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content


def saved(mode: str, kind: str, **options: object) -> bytes:
    chance = random.Random(mode + kind)
    image = Image.new("RGB", (37, 23))
    image.putdata([(chance.randrange(256), x % 256, x // 4 % 256) for x in range(37 * 23)])
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def dots(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image.mode, image.size, image.convert("RGBA").tobytes()


PNGS = {
    "ordinary": saved("RGB", "PNG"),
    "of few colours": saved("P", "PNG"),
    "grey": saved("L", "PNG"),
    "of two colours": saved("1", "PNG"),
    "transparent": saved("RGBA", "PNG"),
    "of few colours, one transparent": saved("P", "PNG", transparency=3),
    "of a size in print": saved("RGB", "PNG", dpi=(300, 300)),
}
JPEGS = {
    "ordinary": saved("RGB", "JPEG"),
    "that comes step by step": saved("RGB", "JPEG", progressive=True),
    "grey": saved("L", "JPEG"),
    "for print": saved("CMYK", "JPEG"),
    "that may begin anew": saved("RGB", "JPEG", restart_marker_blocks=2),
    "of a size in print": saved("RGB", "JPEG", dpi=(300, 300)),
}


@pytest.mark.parametrize("picture", [*PNGS.values(), *JPEGS.values()], ids=[*PNGS, *JPEGS])
def test_the_dots_stay_as_they_are(picture: bytes) -> None:
    bare = bare_picture(picture)
    assert dots(bare) == dots(picture)
    assert bare_picture(bare) == bare


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"sPLT", b"acTL", b"prVt"])
@pytest.mark.parametrize("picture", PNGS.values(), ids=PNGS)
def test_a_note_in_a_png_is_left_out(picture: bytes, kind: bytes) -> None:
    noted = picture[:33] + piece(kind, SECRET) + picture[33:-12] + piece(kind, zlib.compress(SECRET)) + picture[-12:]
    assert bare_picture(noted) == bare_picture(picture)


@pytest.mark.parametrize("kind", [*range(0xE0, 0xF0), 0xFE])
@pytest.mark.parametrize("picture", JPEGS.values(), ids=JPEGS)
def test_a_note_in_a_jpeg_is_left_out(picture: bytes, kind: int) -> None:
    frame = min(at for mark in (b"\xff\xc0", b"\xff\xc2") if (at := picture.find(mark)) > 0)
    noted = picture[:2] + segment(kind, SECRET) + picture[2:frame] + segment(kind, SECRET) + picture[frame:]
    assert SECRET not in bare_picture(noted)
    assert bare_picture(noted) == bare_picture(picture)


def test_a_small_picture_of_the_picture_is_left_out() -> None:
    picture = JPEGS["ordinary"]
    assert picture[2:4] == b"\xff\xe0"
    length = int.from_bytes(picture[4:6], "big")
    head = picture[6 : 4 + length]
    with_small = picture[:2] + segment(0xE0, head[:-2] + b"\x02\x02" + SECRET + b"xx") + picture[4 + length :]
    assert bare_picture(with_small) == bare_picture(picture)


@pytest.mark.parametrize("picture", [PNGS["ordinary"], JPEGS["ordinary"]], ids=["png", "jpeg"])
def test_what_follows_a_picture_is_left_out(picture: bytes) -> None:
    assert bare_picture(picture + SECRET) == bare_picture(picture)


def test_what_programs_write_is_left_out() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode(), zip=True)
    notes.add_itxt("Comment", SECRET.decode(), zip=True)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    png = saved("RGB", "PNG", pnginfo=notes, exif=exif, icc_profile=profile)
    jpeg = saved("RGB", "JPEG", comment=SECRET, exif=exif, icc_profile=profile)
    for noted, plain in ((png, saved("RGB", "PNG")), (jpeg, saved("RGB", "JPEG"))):
        assert noted != plain
        assert bare_picture(noted) == bare_picture(plain)


@pytest.mark.parametrize("picture", [PNGS["ordinary"], JPEGS["ordinary"]], ids=["png", "jpeg"])
def test_a_picture_that_is_cut_off_is_refused(picture: bytes) -> None:
    whole = bare_picture(picture)
    for end in range(len(whole)):
        with pytest.raises(NoPictureError):
            bare_picture(whole[:end])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"BM" + bytes(60),
        PNGS["ordinary"].replace(b"IDAT", b"IDAX", 1),
        PNGS["ordinary"][:8] + PNGS["ordinary"][33:],
        PNGS["ordinary"][:8] + piece(b"IEND", b""),
        PNGS["ordinary"][:33] + piece(b"FERN", SECRET) + PNGS["ordinary"][33:],
        PNGS["ordinary"][:40] + b"\0\0" + PNGS["ordinary"][42:],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xff\xff",
        JPEGS["ordinary"].replace(b"\xff\xc0", b"\xff\xc3", 1),
        JPEGS["ordinary"][:2] + SECRET + JPEGS["ordinary"][2:],
    ],
)
def test_what_is_not_known_well_enough_is_refused(data: bytes) -> None:
    with pytest.raises(NoPictureError):
        bare_picture(data)


def test_a_damaged_picture_is_refused_or_bare_and_breaks_nothing() -> None:
    chance = random.Random(3)
    refused = 0
    for picture in (PNGS["transparent"], JPEGS["that comes step by step"]):
        for _ in range(500):
            broken = bytearray(picture)
            broken[chance.randrange(len(broken))] = chance.randrange(256)
            try:
                bare_picture(bytes(broken))
            except NoPictureError:
                refused += 1
    assert 300 < refused < 1000
