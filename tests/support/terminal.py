"""A person at a terminal, who answers what a command asks."""

from __future__ import annotations

from pathlib import Path

import pexpect

from support.running import command, environment


class Terminal:
    """A terminal of 200 columns with a command in it."""

    def __init__(self, folder: Path, *arguments: str, **more: str) -> None:
        started = command(*arguments)
        self.child = pexpect.spawn(
            started[0],
            started[1:],
            cwd=str(folder),
            env=environment(**{"TERM": "dumb", "COLUMNS": "200", **more}),
            encoding="utf-8",
            codec_errors="replace",
            timeout=30,
            dimensions=(50, 200),
        )
        self.child.delaybeforesend = None

    def is_asked(self, question: str) -> str:
        """Wait for a question, and give what was said before it."""
        self.child.expect_exact(question)
        return str(self.child.before).replace("\r", "")

    def says(self, answer: str) -> None:
        self.child.sendline(answer)

    def asked(self, question: str, answer: str) -> str:
        before = self.is_asked(question)
        self.says(answer)
        return before

    def talks(self, *talk: tuple[str, str]) -> None:
        for question, answer in talk:
            self.asked(question, answer)

    def is_stopped(self, key: str = "\x03") -> tuple[int | None, str]:
        # A key pressed in the moment between a question and the wait for its answer is not heard.
        for _ in range(3):
            self.child.send(key)
            if self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=10) == 0:
                break
        return self.how_it_ended()

    def ends(self) -> tuple[int | None, str]:
        self.child.expect(pexpect.EOF)
        return self.how_it_ended()

    def how_it_ended(self) -> tuple[int | None, str]:
        self.child.close()
        return self.child.exitstatus, str(self.child.before).replace("\r", "")
