"""What a golden thread is made of: lines that hang under each other, each with the place it stands at."""

from dataclasses import dataclass, replace
from enum import Enum

from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.load.places import Identity, Places
from malstyrning.report.build.marks import shown
from malstyrning.report.labels import LABELS
from malstyrning.report.view import Mark
from malstyrning.report.writer import Writer


class Kind(Enum):
    """What a line is about: its name for programs, in lower case, and for readers."""

    VISION = LABELS["vision"]
    OVERALL_GOAL = LABELS["overall_goal"]
    STRATEGIC_GOAL = Text("Strategiskt mål", "Strategic goal")
    SERVES = Text("Bidrar också till", "Serves as well")
    COMMITTEE = LABELS["committee"]
    AREA = LABELS["area"]
    FRAME = LABELS["current_frame"]
    FORECAST = Text("Prognos för året", "Forecast of the year")
    DEVIATION = LABELS["deviation"]
    SPENT = Text("Utfall i pengar", "Money used")
    KPI = LABELS["kpi"]
    LEVEL = LABELS["level"]
    OUTCOME = LABELS["outcome"]
    VERDICT = LABELS["fulfilment"]
    PATH = LABELS["final_level"]
    DEVELOPMENT = LABELS["development"]
    PLACE = LABELS["place"]
    CAUSE = LABELS["question_3"]
    OWN_AND_EVENTS = LABELS["question_4"]
    ACTION = LABELS["action"]
    EXPECTED_EFFECT = LABELS["expected_effect"]
    EFFECT = LABELS["question_5"]
    CAUSES = Text("Orsaker", "Causes")
    STATUS = Text("Målets status", "The goal's status")
    REASON = LABELS["departs"]
    POSITION = LABELS["position"]
    ANALYSIS = LABELS["analysis"]
    ASSIGNMENT = Text("Uppdrag från fullmäktige", "Assignment from the council")
    REPRIORITISE = LABELS["question_6"]
    EVALUATION = Text("Nämndens svar", "The committee's answers")
    LESSON = Text("Lärdom", "Lesson")
    PROPOSAL = LABELS["proposal"]
    BECAME = LABELS["became"]
    EVENT = Text("Händelse", "Event")


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the thread. `id` is empty for what has none; `place` is `path:line`, empty for what is computed."""

    kind: Kind
    text: str
    place: str = ""
    id: str = ""
    mark: Mark | None = None
    branches: tuple["Node", ...] = ()
    asked: bool = False

    def over(self, *branches: "Node") -> "Node":
        """The same line with these under it."""
        return replace(self, branches=branches)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a thread is followed in: the evaluation, where everything stands, and the language."""

    evaluation: Evaluation
    places: Places
    write: Writer
    asked: str

    @property
    def plan(self) -> SteeringPlan:
        """The plan that is evaluated."""
        return self.evaluation.plan

    @property
    def year(self) -> int:
        """The year that is evaluated."""
        return self.evaluation.occasion.year

    def node(self, kind: Kind, name: str, text: Text | str, mark: Mark | None = None) -> Node:
        """The line of an object that has an id."""
        told = text if isinstance(text, str) else self.write.text(text)
        return Node(kind, told, self.at(name), name, mark, asked=name == self.asked)

    def at(self, identity: Identity, *steps: str | int) -> str:
        """The file and the line of an object, or of a value in it."""
        return shown(self.places.span(identity, *steps)) if identity in self.places else ""

    def goal(self, name: str) -> GoalAssessment | None:
        """What was judged of a goal; None where it is not in force."""
        return next((one for one in self.evaluation.goals if one.goal == name), None)

    def kpi(self, name: str) -> KpiAssessment | None:
        """What was judged of a KPI; None where it is not in force."""
        return next((one for one in self.evaluation.kpis if one.kpi == name), None)

    def answers(self, committee: str) -> CommitteeEvaluation | None:
        """What a committee answered at the occasion."""
        return self.evaluation.answers.get(committee)

    def answered(self, committee: str, *steps: str | int) -> str:
        """The file and the line of an answer."""
        return self.at((f"evaluations/{committee}", str(self.evaluation.occasion)), *steps)
