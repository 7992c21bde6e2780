"""Times counted from the reference day: قبل ثلاثة أيام، منذ أسبوع، الأيام الثلاثة الماضية."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import DAY, UNKNOWN, VAGUE, Days, around, days, shift
from mawqif.lang.ar.times.context import from_an_event, holding, one_after_another, says_which, still_to_come
from mawqif.lang.ar.times.engine import Bound, Rule, Yes

_LIMIT = {"minute": 10_000, "hour": 10_000, "day": 10_000, "week": 2_000, "month": 1_200, "year": 1_000, "decade": 90,
          "century": 10}  # fmt: skip


def _counted(b: Bound) -> tuple[str, int] | None:
    """The unit and how many of it."""
    if "unit2" in b:
        return b["unit2"], 2
    unit = b.get("unit") or b.get("units") or b.get("the_unit") or b.get("the_units") or b.get("the_unit2")
    count = 2 if "the_unit2" in b else b.get("num", 1)
    return (unit, count) if unit and count <= _LIMIT[unit] else None


def _moved(ref: date | None, b: Bound, direction: int) -> Days | None:
    counted = _counted(b)
    if counted is None:
        return None
    if ref is None:
        return UNKNOWN
    try:
        found = shift(ref, counted[0], direction * counted[1])
    except (ValueError, OverflowError):
        return None
    return around(found) if {"about", "more", "almost", "half"} & b.keys() else found


def _stretch(ref: date | None, b: Bound) -> Days | None:
    """The days a past or coming stretch covers; the reference day is in neither, but in the last hours."""
    rel = b.get("rel", "past")
    if rel not in ("past", "last", "future", "prev"):
        return None
    direction = 1 if rel == "future" else -1
    moved = _moved(ref, b, direction)
    if moved is None or moved.first is None or ref is None:
        return moved
    hours = _counted(b) or ("", 0)
    near = ref if hours[0] in ("hour", "minute") else ref + DAY * direction
    return days(min(moved.first, near), max(moved.first, near), moved.approximate)


def _later(ref: date | None, b: Bound) -> Days | None:
    """بعد أسبوع: from the reference day where the clause looks ahead, else from something told before it."""
    moved = _moved(ref, b, 1)
    return moved if b["ahead"] or moved is None else VAGUE


def _vague(ref: date | None, b: Bound) -> Days:
    return VAGUE


AGO = (
    Rule(
        "ago",
        "Time",
        (
            "ago about|more? num unit|units almost?",
            "ago about|more? unit2 half? almost?",
            "ago about|more? num unit|units half? almost?",
        ),
        lambda ref, b: _moved(ref, b, -1),
        (from_an_event,),
        yes=(
            Yes("غادر قبل ثلاثة أيام.", "قبل ثلاثة أيام", "2026-01-03"),
            Yes("غادر قبل 3 أيام.", "قبل 3 أيام", "2026-01-03"),
            Yes("غادر منذ يومين.", "منذ يومين", "2026-01-04"),
            Yes("غادر قبل أسبوعين.", "قبل أسبوعين", "2025-12-23"),
            Yes("غادر قبل خمسة وعشرين يوما.", "قبل خمسة وعشرين يوما", "2025-12-12"),
            Yes("غادر قبل نحو ثلاثة أسابيع.", "قبل نحو ثلاثة أسابيع", "2025-12-16", None, True),
            Yes("غادر منذ خمس سنوات.", "منذ خمس سنوات", "2021-01-06", None, True),
            Yes("غادر قبل شهرين.", "قبل شهرين", "2025-11-06", None, True),
        ),
        no=("استمرت ثلاثة أيام.", "غادر قبل ثلاثة أيام من الانتخابات.", "قبل يومين على الاقتراع سحب ترشيحه."),
    ),
    Rule(
        "ago-one",
        "Time",
        ("ago about|more? unit one? half? almost?",),
        lambda ref, b: _moved(ref, b, -1),
        (from_an_event, says_which, holding),
        yes=(
            Yes("غادر قبل أسبوع.", "قبل أسبوع", "2025-12-30"),
            Yes("غادر قبل يوم واحد.", "قبل يوم واحد", "2026-01-05"),
            Yes("غادر منذ شهر.", "منذ شهر", "2025-12-06", None, True),
        ),
        no=("قبل يوم من المباراة أصيب.",),
    ),
    Rule(
        "after-now",
        "Time",
        (
            "after about|more? num unit|units",
            "after about|more? unit2",
        ),
        _later,
        (from_an_event,),
        notes=(("ahead", still_to_come),),
        yes=(Yes("يعود بعد يومين.", "بعد يومين", "2026-01-08"),),
        no=("استقال بعد أسبوعين من تعيينه.", "أعلن ذلك بعد ستة أشهر فقط من الحكم."),
    ),
    Rule(
        "after-one",
        "Time",
        ("after about|more? unit one?",),
        _later,
        (from_an_event, says_which, holding, one_after_another),
        notes=(("ahead", still_to_come),),
        yes=(Yes("يعود بعد أسبوع.", "بعد أسبوع", "2026-01-13"),),
        no=(
            "استقال بعد أسبوع من تعيينه.",
            "سافر إلى عمان وبعد أسبوع عاد.",
            "سقط بعد عقد الاجتماع.",
            "يزداد عاما بعد عام.",
            "سيزورها لأول مرة بعد أربع سنوات.",
        ),
    ),
    Rule(
        "stretch",
        "Time",
        (
            "the_units num rel",
            "num unit|units|the_units rel",
            "the_unit2 rel",
            "num the_units rel",
        ),
        _stretch,
        yes=(
            Yes("خلال الأيام الثلاثة الماضية هطل المطر.", "الأيام الثلاثة الماضية", "2026-01-03", "2026-01-05"),
            Yes("خلال اليومين المقبلين يهطل المطر.", "اليومين المقبلين", "2026-01-07", "2026-01-08"),
            Yes("خلال الـ24 ساعة الماضية هطل المطر.", "الـ24 ساعة الماضية", "2026-01-05", "2026-01-06"),
            Yes("خلال السنوات الخمس الماضية نما.", "السنوات الخمس الماضية", "2021-01-06", "2026-01-05", True),
        ),
    ),
    Rule("vague-ago", "Time", ("ago several? units", "after several? units", "ago about|more? several? units"), _vague),
    Rule("vague-stretch", "Time", ("the_units few? rel", "the_units few"), _vague),
)
