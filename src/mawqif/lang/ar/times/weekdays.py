"""Days named by the week and by today: الاثنين، أمس الثلاثاء، الأحد المقبل."""

from __future__ import annotations

from datetime import date

from mawqif.lang.ar.times.calendar import DAY, UNKNOWN, VAGUE, Days, days
from mawqif.lang.ar.times.context import after, before, lies_ahead, surname, title_of_medium
from mawqif.lang.ar.times.engine import Bound, Rule, Yes

_WORDS = {"day_before": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day_after": 2}
_EARLIEST, _LATEST = -5, 1


def weekday_near(ref: date, weekday: int, rel: str | None) -> date | None:
    """The weekday a word like الماضي means; bare, the last one, the reference day included."""
    back = DAY * ((ref.weekday() - weekday) % 7)
    before_today = ref - (back or DAY * 7)
    after_today = before_today + DAY * 7 if back else ref + DAY * 7
    choices = {
        None: ref - back,
        "ahead": ref + DAY * ((weekday - ref.weekday()) % 7),
        "past": before_today,
        "last": before_today,
        "past2": before_today - DAY * 7,
        "future": after_today,
        "future2": after_today + DAY * 7,
        "current": ref - DAY * ref.weekday() + DAY * weekday,
    }
    return choices.get(rel)


def _weekday(ref: date | None, b: Bound) -> Days | None:
    rel = b.get("rel") or ("ahead" if b["ahead"] else None)
    if rel in ("same", "prev", "next"):
        return VAGUE
    if ref is None:
        return UNKNOWN
    found = weekday_near(ref, int(b["weekday"]), rel)
    return days(found) if found else None


def _weekday_of_week(ref: date | None, b: Bound) -> Days | None:
    offsets = {"past": -1, "past2": -2, "last": -1, "future": 1, "future2": 2, "current": 0}
    rel = b.get("rel", "current")
    if b["the_unit"] != "week" or rel not in offsets:
        return None
    if ref is None:
        return UNKNOWN
    return days(ref - DAY * ref.weekday() + DAY * (7 * offsets[rel] + int(b["weekday"])))


def _dayword(ref: date | None, b: Bound) -> Days:
    """Today and its neighbours; a weekday said with them wins where it contradicts (a page kept some days late)."""
    if ref is None:
        return UNKNOWN
    day = ref + DAY * _WORDS[b["dayword"]]
    if "weekday" not in b:
        return days(day)
    ahead = (int(b["weekday"]) - day.weekday()) % 7
    return days(day + DAY * (ahead if ahead <= _LATEST else ahead - 7))


def _bare_dayword(ref: date | None, b: Bound) -> Days | None:
    return None if b["dayword"] == "today" and b["not_today"] else _dayword(ref, b)


def _this_day(ref: date | None, b: Bound) -> Days | None:
    if b["the_unit"] != "day":
        return None
    return days(ref) if ref else UNKNOWN


def _dated(ref: date | None, b: Bound) -> Days:
    found: Days = b["Date"]
    return found


WEEKDAYS = (
    Rule(
        "today-with-weekday",
        "Day",
        (
            "dayword open? day? weekday close",
            "dayword comma? day? weekday",
            "dayword dash weekday dash",
            "dayword slash weekday",
            "weekday open dayword close",
            "weekday comma dayword comma",
        ),
        _dayword,
        yes=(
            Yes("أعلن الوزير اليوم الثلاثاء استقالته.", "اليوم الثلاثاء", "2026-01-06"),
            Yes("قال المتحدث أمس الاثنين إن الطريق فُتح.", "أمس الاثنين", "2026-01-05"),
            Yes("صرّح المدير، اليوم (الاثنين)، بأن العمل انتهى.", "اليوم (الاثنين)", "2026-01-05"),
            Yes("غادر الوفد أمس الجمعة العاصمة.", "أمس الجمعة", "2026-01-02"),
            Yes("تبدأ الدورة غدا الأربعاء.", "غدا الأربعاء", "2026-01-07"),
            Yes("نفى المكتب أول من أمس الأحد الخبر.", "أول من أمس الأحد", "2026-01-04"),
        ),
    ),
    Rule(
        "today-with-date",
        "Day",
        ("dayword comma? Date", "dayword open Date close"),
        _dated,
        yes=(Yes("وقّع الوزيران اليوم 6 يناير 2026 المذكرة.", "اليوم 6 يناير 2026", "2026-01-06"),),
    ),
    Rule(
        "today",
        "Day",
        ("dayword",),
        _bare_dayword,
        (title_of_medium, after("not_after_today")),
        notes=(("not_today", before("not_before_today")),),
        yes=(
            Yes("التقى الوزير اليوم نظيره.", "اليوم", "2026-01-06"),
            Yes("وصل الوفد أمس إلى المدينة.", "أمس", "2026-01-05"),
            Yes("وأمس زار الوفد المصنع.", "أمس", "2026-01-05"),
            Yes("قال بالأمس إنه باق.", "بالأمس", "2026-01-05"),
            Yes("عاد أول من أمس من السفر.", "أول من أمس", "2026-01-04"),
            Yes("عاد أول أمس من السفر.", "أول أمس", "2026-01-04"),
            Yes("أغلق السوق أمس الأول على ارتفاع.", "أمس الأول", "2026-01-04"),
            Yes("هطل المطر البارحة.", "البارحة", "2026-01-05"),
            Yes("يصل الرئيس غدًا إلى تونس.", "غدًا", "2026-01-07"),
            Yes("تنطلق المباراة يوم غد.", "يوم غد", "2026-01-07"),
            Yes("تعود المدارس بعد غد.", "بعد غد", "2026-01-08"),
            Yes("عُقد اللقاء يوم أمس.", "يوم أمس", "2026-01-05"),
            Yes("أعلنت روسيا اليوم وقف القتال.", "اليوم", "2026-01-06"),
            Yes("طقس لبنان أمس بارد.", "أمس", "2026-01-05"),
        ),
        no=(
            "قال لقناة روسيا اليوم إن الأمر انتهى.",
            "شارك في احتفالات اليوم الوطني.",
            "يعمل طوال اليوم بلا توقف.",
            "هم في أمس الحاجة إلى الغذاء.",
            "صدر العدد عن صحيفة المصري اليوم.",
        ),
    ),
    Rule(
        "other-day",
        "Day",
        ("the_unit rel",),
        lambda ref, b: VAGUE if b["the_unit"] == "day" and b["rel"] in ("same", "prev", "next") else None,
        no=("توفي في اليوم التالي.", "عاد في اليوم نفسه."),
    ),
    Rule(
        "this-day",
        "Day",
        ("this the_unit",),
        _this_day,
        yes=(
            Yes("قُصفت البلدة عصر هذا اليوم.", "عصر هذا اليوم", "2026-01-06"),
            Yes("وصل في هذا اليوم.", "هذا اليوم", "2026-01-06"),
        ),
    ),
    Rule(
        "weekday",
        "Day",
        ("weekday rel", "weekday"),
        _weekday,
        (before("name_before_weekday"), after("name_after_weekday"), surname),
        yes=(
            Yes("قال الوزير الاثنين إن الملف أُغلق.", "الاثنين", "2026-01-05"),
            Yes("اجتمع المجلس يوم الأربعاء.", "يوم الأربعاء", "2025-12-31"),
            Yes("وصل الثلاثاء إلى بغداد.", "الثلاثاء", "2026-01-06"),
            Yes("زار المدينة يوم الأحد الماضي.", "يوم الأحد الماضي", "2026-01-04"),
            Yes("زار المدينة الثلاثاء الماضي.", "الثلاثاء الماضي", "2025-12-30"),
            Yes("تُعقد الجلسة الأحد المقبل.", "الأحد المقبل", "2026-01-11"),
            Yes("يلتقيان يوم الثلاثاء القادم.", "يوم الثلاثاء القادم", "2026-01-13"),
            Yes("عُقد اللقاء الاثنين قبل الماضي.", "الاثنين قبل الماضي", "2025-12-29"),
            Yes("يبدأ العمل الخميس بعد المقبل.", "الخميس بعد المقبل", "2026-01-15"),
            Yes("وقع الحادث يوم الأربعا الماضي.", "يوم الأربعا الماضي", "2025-12-31"),
            Yes("وقع الحادث السبت الفائت.", "السبت الفائت", "2026-01-03"),
            Yes("استقبل الملك سلمان الخميس ضيفه.", "الخميس", "2026-01-01"),
            Yes("سيلتقي الوزير نظيره الخميس في عمان.", "الخميس", "2026-01-08"),
            Yes("من المقرر أن يعقد المجلس جلسته يوم الأحد.", "يوم الأحد", "2026-01-11"),
            Yes("كان من المقرر أن يعود الأحد.", "الأحد", "2026-01-04"),
        ),
        no=(
            "لا أحد يعرف أحد الأشخاص.",
            "أُقيمت صلاة الجمعة في الجامع.",
            "كلا الاثنين غادر القاعة.",
            "العلاقة بين الاثنين قديمة.",
            "رأى أحمد الخميس أن الأمر انتهى.",
            "تباع الخضار في سوق الخميس.",
        ),
        notes=(("ahead", lies_ahead),),
    ),
    Rule(
        "weekday-of-week",
        "Day",
        ("weekday of? the_unit rel", "weekday of? this the_unit"),
        _weekday_of_week,
        yes=(
            Yes("عُقد اللقاء الثلاثاء من الأسبوع الماضي.", "الثلاثاء من الأسبوع الماضي", "2025-12-30"),
            Yes("يصل الخميس من هذا الأسبوع.", "الخميس من هذا الأسبوع", "2026-01-08"),
        ),
    ),
)
