"""What all recorded values are made of: frozen, strict, and at a place."""

from pydantic import BaseModel, ConfigDict, Field


class Recorded(BaseModel):
    """Base of all recorded values: frozen, and strict about what it is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Recorded):
    """A line of a journey file, relative to the folder above the journeys."""

    file: str
    line: int = Field(ge=1)


class Box(Recorded):
    """Where on the screenshot something happened, in CSS pixels of the viewport."""

    x: float
    y: float
    width: float
    height: float
