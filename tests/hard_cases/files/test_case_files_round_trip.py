"""Each of the thirty cases is there, and writes back as it was read."""

import copy
import pickle

import pytest
from hard_case_files import CASES, TEST_FILES, base

import centralasia_minerals as cam


def test_all_thirty_cases_are_there():
    numbers = [int(path.stem[:2]) for path in CASES]

    assert numbers == list(range(1, 31))


def test_each_case_has_a_file_of_tests():
    numbers = [int(path.stem.split("_")[2]) for path in TEST_FILES]

    assert numbers == list(range(1, 31))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", ["json", "toml"])
def test_what_is_written_reads_back_equal(path, ending, tmp_path):
    dataset = cam.read(path, base=base())

    cam.write(dataset, tmp_path / f"case.{ending}")

    assert cam.read(tmp_path / f"case.{ending}", base=base()) == dataset


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_written_totals_the_same(path, tmp_path):
    dataset = cam.read(path, base=base())

    cam.write(dataset, tmp_path / "case.json")
    again = cam.read(tmp_path / "case.json", base=base())

    everything = {"kinds": None, "sectors": None, "stages": None, "classes": None}
    assert cam.total(again, **everything) == cam.total(dataset, **everything)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_joins_its_base_and_keeps_its_total(path):
    dataset = cam.read(path, base=base())

    assert cam.total(base().merge(dataset)) == cam.total(dataset)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_survives_pickling_and_copying(path):
    dataset = cam.read(path, base=base())

    assert pickle.loads(pickle.dumps(dataset)) == dataset
    assert copy.deepcopy(dataset) == dataset


def test_the_base_writes_back_as_it_was_read(tmp_path):
    cam.write(base(), tmp_path / "base.json")

    assert cam.read(tmp_path / "base.json") == base()
