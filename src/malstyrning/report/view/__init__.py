"""What a report is made of: finished strings. Every choice of word, number and unit is already made.

Templates only place what stands here; two languages and several formats cost 2 + n, not 2 × n.
"""

from malstyrning.report.view.addendum import AddendumRow, AddendumView
from malstyrning.report.view.goal import (
    ActionView,
    AlsoServing,
    GoalView,
    LevelCounts,
    MoneyRow,
    Outline,
    OutlineGoal,
    OutlineKpi,
    OverallGoalView,
)
from malstyrning.report.view.kpi import (
    EventView,
    Figure,
    KpiView,
    LevelView,
    PlacesView,
    PlaceView,
    TrendView,
    VerdictView,
)
from malstyrning.report.view.parts import Answer, Key, Mark, Narrative, Picture
from malstyrning.report.view.report import (
    AccountKpi,
    AccountRow,
    AccountView,
    AssignmentView,
    ChangesView,
    ChangeView,
    CommitteeView,
    FindingView,
    LessonView,
    ReportView,
    SinceView,
)

__all__ = [
    "AccountKpi",
    "AccountRow",
    "AccountView",
    "ActionView",
    "AddendumRow",
    "AddendumView",
    "AlsoServing",
    "Answer",
    "AssignmentView",
    "ChangeView",
    "ChangesView",
    "CommitteeView",
    "EventView",
    "Figure",
    "FindingView",
    "GoalView",
    "Key",
    "KpiView",
    "LessonView",
    "LevelCounts",
    "LevelView",
    "Mark",
    "MoneyRow",
    "Narrative",
    "Outline",
    "OutlineGoal",
    "OutlineKpi",
    "OverallGoalView",
    "Picture",
    "PlaceView",
    "PlacesView",
    "ReportView",
    "SinceView",
    "TrendView",
    "VerdictView",
]
