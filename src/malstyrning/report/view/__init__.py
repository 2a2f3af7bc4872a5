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
    CostView,
    CrossView,
    Figure,
    KpiView,
    LevelView,
    PlacesView,
    PlaceView,
    TrendView,
    VerdictView,
)
from malstyrning.report.view.money import CostOfKpi, GoalMoneyRow, MoveView
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
    QualityRow,
    ReportView,
    SinceView,
)
from malstyrning.report.view.sound_management import BalanceRow, SoundGoal, SoundScopeView, SoundView

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
    "BalanceRow",
    "ChangeView",
    "ChangesView",
    "CommitteeView",
    "CostOfKpi",
    "CostView",
    "CrossView",
    "Figure",
    "FindingView",
    "GoalMoneyRow",
    "GoalView",
    "Key",
    "KpiView",
    "LessonView",
    "LevelCounts",
    "LevelView",
    "Mark",
    "MoneyRow",
    "MoveView",
    "Narrative",
    "Outline",
    "OutlineGoal",
    "OutlineKpi",
    "OverallGoalView",
    "Picture",
    "PlaceView",
    "PlacesView",
    "QualityRow",
    "ReportView",
    "SinceView",
    "SoundGoal",
    "SoundScopeView",
    "SoundView",
    "TrendView",
    "VerdictView",
]
