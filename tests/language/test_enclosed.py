from pathlib import Path

import pytest

from harness.language.enclosed import NoSuchFileError, file_below


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"private")
    root = tmp_path / "journeys"
    root.mkdir()
    (root / "shirt.jpg").symlink_to(outside)

    with pytest.raises(NoSuchFileError, match="is a link that leads out of journeys/"):
        file_below(root, "shirt.jpg")


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shirt.jpg").write_bytes(b"blue")
    (tmp_path / "photo.jpg").symlink_to(tmp_path / "shirt.jpg")

    assert file_below(tmp_path, "photo.jpg").read_bytes() == b"blue"


@pytest.mark.parametrize("text", ["x" * 5000, "a/../../b", r"..\b", "//server/b", "~/b"])
def test_what_no_disk_holds_and_what_leads_out_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoSuchFileError):
        file_below(tmp_path, text)
