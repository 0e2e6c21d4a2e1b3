"""Properties that are worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - read where it is used as what it does
    """A property that is worked out when first asked for.

    It is functools.cached_property without the lock which that takes in Python 3.11: a shape is
    seen by one thread only, and a page has hundreds of thousands of these.
    """

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> once[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> Value: ...

    def __get__(self, instance: object | None, owner: type[Any]) -> Value | once[Value]:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
