"""A fresh shop for each test, the switches of its defects, and a customer in it."""

import shutil
from pathlib import Path

import pytest
from flask import Flask

from harness.demo.app import create_app
from harness.demo.defects import Defects

from .customer import Customer


@pytest.fixture
def defects() -> Defects:
    return Defects()


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("northfold") / "shop.sqlite"
    create_app(database=database, defects=Defects())
    return database


@pytest.fixture
def shop(filled_database: Path, tmp_path: Path, defects: Defects) -> Flask:
    app = create_app(database=Path(shutil.copy(filled_database, tmp_path)), defects=defects)
    app.testing = True
    return app


@pytest.fixture
def customer(shop: Flask) -> Customer:
    return Customer(shop.test_client())


@pytest.fixture
def stranger(shop: Flask) -> Customer:
    return Customer(shop.test_client())
