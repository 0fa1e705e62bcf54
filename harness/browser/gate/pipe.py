"""Two connected sockets in; what comes from either goes to the other, until one of them ends."""

import asyncio
import socket
import struct

_PIECE_BYTES = 65_536
_HANG_UP_AT_ONCE = struct.pack("ii", 1, 0)


async def join(near: socket.socket, far: socket.socket) -> None:
    """Carry to and fro until the near side hangs up or the far one breaks; leaves the near one as far ended.

    Args:
        near: The browser, which never closes only one direction.
        far: The server, which may say all it has to say and close.
    """
    there = asyncio.create_task(_flow(near, far))
    back = asyncio.create_task(_flow(far, near))
    try:
        await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
        if back.done() and not there.done():
            if back.exception():
                near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _HANG_UP_AT_ONCE)
                return
            near.shutdown(socket.SHUT_WR)
            await asyncio.wait({there})
    finally:
        there.cancel()
        back.cancel()
        await asyncio.gather(there, back, return_exceptions=True)
        far.close()


async def _flow(source: socket.socket, target: socket.socket) -> None:
    loop, piece = asyncio.get_running_loop(), memoryview(bytearray(_PIECE_BYTES))
    while size := await loop.sock_recv_into(source, piece):
        await loop.sock_sendall(target, piece[:size])
