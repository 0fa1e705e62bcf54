"""An exception that nobody expected in, one sentence and the remedy out."""

import errno
import os
from collections.abc import Iterator

DEBUG = "HARNESS_DEBUG"
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EIO})


def sentence_of(error: BaseException) -> str:
    """Say what happened: a full disk and the like for what they are, all else as our own defect.

    Raises:
        BaseException: The error itself, when HARNESS_DEBUG is set and it is our own defect.
    """
    for each in _with_causes(error):
        if isinstance(each, OSError) and each.errno in NO_ROOM:
            return "the disk is full. Make room and run it again; what was recorded until then is kept."
        if isinstance(each, OSError) and each.errno in NOT_WRITABLE:
            place = f"{each.filename}: " if each.filename else ""
            return f"{place}{each.strerror}. Mend that, or choose another place."
    if os.environ.get(DEBUG):
        raise error
    return (
        f"the harness itself failed: {type(error).__name__}: {error}. This is its own defect: please report"
        f" it, with what {DEBUG}=1 shows."
    )


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    if error is None:
        return
    yield error
    yield from _with_causes(error.__cause__ or error.__context__)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _with_causes(inner)
