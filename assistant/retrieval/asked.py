"""What a question asks for: the sort of figure, a date, a reason, a grade, a list, a yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.types import FigureKind, QuestionType

_MONEY = (
    r"\u00a3|how much (?:money|funding|cash)|\b(?:budget|funding|funds?|precept|reserves?|savings?|"
    r"salar(?:y|ies)|cost|costs|spen[dt]|spending|invest(?:ed|ment)?|grants?|pounds|council tax|"
    r"overspen[dt]|debt|borrow\w*)\b"
)
_PERCENT = r"%|\bper ?cent(?:age)?\b|\bpct\b|\bproportion\b|\bwhat share\b|\bwhat fraction\b|\bshare of\b"
_SHARE = (
    r"\bx ?(?:/|of|out of|in) ?y\b|\bin how many\b|\bhow many of\b|\bout of (?:how many|y)\b|"
    r"\bx out of y\b|\bof the \S+ (?:cases|records|reviews|searches|incidents|crimes|victims)\b|"
    r"\bnumber of cases\b|\bhow many (?:\w+ ){0,2}cases\b|\bx of y\b"
)
_RATE = (
    r"\bper (?:1,?000|10,?000|100,?000|1k|head|capita|thousand|month|hundred thousand)\b|\brate per\b|\bper-capita\b"
)
_TIMES = (
    r"\bhow many times (?:more|less|as|likelier)\b|\bhow much (?:more|less) likely\b|\btimes (?:more|"
    r"as) likely\b|\bmore likely\b|\blikelier\b"
)
_POINTS = r"\b(?:percentage )?points\b"
_DURATION = (
    r"\bhow many (?:\w+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b|\bhow (?:long|quick(?:ly)?|"
    r"fast|soon|slow(?:ly)?)\b|\b(?:minutes|hours|seconds|mins|hrs|secs|waiting time|wait(?:ing)? times?|"
    r"average wait|response times?|attendance times?|days? (?:per|each|on average))\b"
)
_DATE = (
    r"(?:^|[,;:?.] ?|\band |\bor |\bso )when\b(?! they| it| the force (?!start|begin|introduc|launch))|"
    r"\bwhen\??$|\bwhat (?:date|dates|day|month|year|time of year)\b|\bwhich (?:date|dates|month|year)\b|"
    r"\bsince when\b|\bby when\b|\bdeadline\b|\bwhat period\b|\bhow recent(?:ly)?\b"
)
_COUNT = (
    r"\bhow many\b|\bnumber of\b|\bhow much\b|\bno\.? of\b|\btotal\b|\bhow big\b|\bsize of\b|"
    r"\bsample size\b|\bheadcount\b|\bcount of\b|\bhow large\b"
)
_FIGURE = (
    r"\brate\b|\bfigures?\b|\bstats?\b|\blevel of\b|\bpercentage points?\b|\bmargin\b|\bmedian\b|"
    r"\baverage\b|\btypical range\b|\bbounds?\b|\bx out of\b|\bstatistic\b|\bby what\b|\bgap\b|\bamount\b"
)
_REASON = (
    r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is| was| were)? (?:caused|causing|the (?:cause|reason|"
    r"explanation))\b|\breasons?\b|\bwhat explains\b|\bbecause of what\b|\bdue to what\b|\bwhat for\b"
)
_PERSON = r"\bwho\b|\bwhose\b|\bwhom\b|\bname of\b|\bnamed\b|\bcalled\b"
_DEFINITION = (
    r"\bwhat(?:'s| is| are|s)\b|\bwhat does .* (?:mean|stand for|do)\b|\bstands? for\b|\bdefin\w+\b|"
    r"\bexplain\b|\bmeaning of\b|\bhow does .* work\b"
)
_GRADE = (
    r"\bgrad(?:e|es|ed|ing)\b|\brat(?:ed|ing|ings)\b|\bjudge?ments?\b|\bjudged\b|\bverdict\b|"
    r"\bscore[sd]?\b|\bmarks?\b|\boutstanding\b|\badequate\b|\binadequate\b|\brequires? improvement\b|"
    r"\bhow good\b|\bhow well (?:is|does|did|was)\b|\bany good\b|\bgood at\b|\bbottom line\b|\bdo (?:well|"
    r"badly) (?:at|on|in)\b"
)
_LIST = (
    r"\blist\b|\bwhat are (?:all )?the\b|\bwhich (?:\w+ ){0,2}\w+s (?:did|do|are|were|sit|have|should|can|"
    r"make|feed)\b|\bwhich (?:areas|findings|services|powers|data|agencies|partners|organisations|orders|"
    r"tools|schemes|chapters|\w+s)\b|\bname (?:the|all)\b|\ball (?:the|of the|areas|afis|findings|"
    r"grades)\b|\bevery\b|\beach of\b|\bwhat (?:data|sources|tools|services|areas|afis|agencies|"
    r"partners)\b|\bafis?\b|\bareas? for improvement\b|\binnovative practices?\b|\bcauses? of concern\b|"
    r"\brecommendations?\b"
)
_COMPARE = (
    r"\b(?:met|meet|beat|hit|reach) the (?:\w+ )?standard\b|\bcompar\w*\b|\bversus\b|\bvs\.?\b|"
    r"\bbetter or worse\b|\b(?:better|worse|higher|lower|more|less|above|below|fewer) than\b|"
    r"\bdifference between\b|\bsame as\b|\bthe same in\b|\b(?:how|has|have|had)\b.* changed? (?:since|"
    r"from|between)\b|\b(?:above|below|under|over|within|in line with) (?:the )?(?:\w+ ){0,2}(?:standard|"
    r"median|average|national|typical|range)\b|\bgetting (?:better|worse)\b|\bup or down\b|"
    r"\bagainst the\b|\bthen and now\b|\bhow does .* stack up\b|\bnow vs\b|\bincreas(?:e|ed|"
    r"ing) or decreas\w+\b|\brise or fall\b"
)
_META = (
    r"\bpeel\b|\b(?:this|the|these) (?:reports?|inspections?|grades?|cycles?|rounds?)\b.*\b(?:compar\w+|"
    r"published|publication|inspector|cover\w*|mean|stand|when|who)\b|\bwho (?:wrote|signed|inspected|"
    r"is the inspector|was the inspector)\b|\bhow many forces\b|\bwhich section\b|"
    r"\bwhat does national mean\b"
)
_YES_NO = re.compile(
    r"^(?:so |and |but |ok |okay |please |can you tell me (?:if|whether) |tell me (?:if|whether) |"
    r"do you know (?:if|whether) |i(?:'d| would) like to know (?:if|whether) )*"
    r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|hasn't|haven't|am|any)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^(?:so |and |but |ok )*(?:why\b|how come\b|how (?:do|does|did|is|are|was|were) (?!.*\bcompare)|"
    r"where\b|who\b|what (?:does|do) \w+ (?:mean|do)\b)",
    re.IGNORECASE,
)
"""Questions that ask for an explanation, a place or a person, whatever figures they mention."""
_WH = re.compile(r"\b(?:what|which|who|why|when|where|how|whats|hows|whos)\b", re.IGNORECASE)
_EMBEDDED_YES_NO = re.compile(
    r"[,;:.?-]\s*(?:is|are|was|were|did|does|do|has|have|had|can|will|should)\s+(?:the|kent|it|they|there|officers|staff|any|all|every|most|\w+s)\b[^?.]*\?*$",
    re.IGNORECASE,
)

_WITHIN = re.compile(
    r"\b(?:with)?in (?:under )?(?:\d+|ten|fifteen|twenty|sixty) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?)\b",
    re.IGNORECASE,
)
"""A limit that is named isn't what is asked for."""

_KINDS: tuple[tuple[str, FigureKind], ...] = (
    (_TIMES, FigureKind.TIMES),
    (_RATE, FigureKind.RATE),
    (_MONEY, FigureKind.MONEY),
    (_PERCENT, FigureKind.PERCENT),
    (_POINTS, FigureKind.POINTS),
    (_DURATION, FigureKind.DURATION),
    (_DATE, FigureKind.DATE),
    (_SHARE, FigureKind.SHARE),
    (_COUNT, FigureKind.COUNT),
)
_ALSO: dict[FigureKind, frozenset[FigureKind]] = {
    FigureKind.PERCENT: frozenset({FigureKind.PERCENT, FigureKind.SHARE, FigureKind.POINTS}),
    FigureKind.SHARE: frozenset({FigureKind.SHARE, FigureKind.COUNT, FigureKind.PERCENT}),
    FigureKind.COUNT: frozenset({FigureKind.COUNT, FigureKind.SHARE, FigureKind.RATE, FigureKind.TIMES}),
    FigureKind.RATE: frozenset({FigureKind.RATE}),
    FigureKind.TIMES: frozenset({FigureKind.TIMES}),
    FigureKind.MONEY: frozenset({FigureKind.MONEY}),
    FigureKind.DURATION: frozenset({FigureKind.DURATION, FigureKind.RATE}),
    FigureKind.DATE: frozenset({FigureKind.DATE}),
    FigureKind.POINTS: frozenset({FigureKind.POINTS, FigureKind.PERCENT}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for."""

    type: QuestionType
    figure: FigureKind | None
    """The sort of figure that would answer; None where none is asked for or any would do."""
    wants_figure: bool
    reason: bool
    person: bool
    yes_no: bool
    """Whether it can be answered with yes or no, whatever its type."""
    definition: bool
    phrase: bool
    """Whether it is a bare phrase such as `101 abandon rate`, which may ask for a figure without saying so."""
    grade: bool
    """Whether it speaks of grades, whatever its type."""

    def fits(self, kind: FigureKind) -> bool:
        """Whether a figure of a kind can answer it."""
        return self.figure is None or kind in _ALSO[self.figure]


def asked_of(question: str) -> Asked:
    """Read what a question asks for from its words alone."""
    text = _WITHIN.sub("", question.lower().replace("\u2019", "'"))
    figure = next((kind for pattern, kind in _KINDS if re.search(pattern, text)), None)
    if figure is FigureKind.MONEY and re.search(r"\btime\b", text) and not re.search(r"\bovertime\b|\u00a3", text):
        figure = FigureKind.PERCENT
    if figure is FigureKind.MONEY and re.search(r"\bhow many\b|\bnumber of\b|%|percent", text):
        figure = FigureKind.COUNT if not re.search(_PERCENT, text) else FigureKind.PERCENT
    if _EXPLAINS.match(text) and not re.search(r"\bhow (?:many|much|often)\b|%|\bper ?cent", text):
        figure = None
    wants = (figure is not None and figure is not FigureKind.DATE) or bool(
        re.search(_FIGURE, text) and not _EXPLAINS.match(text)
    )
    reason, person = bool(re.search(_REASON, text)), bool(re.search(_PERSON, text))
    grade = bool(re.search(_GRADE, text))
    yes_no = bool(_YES_NO.match(text)) or bool(_EMBEDDED_YES_NO.search(text) and not _WH.search(text.split(",")[-1]))
    kind = _type(text, figure is not None or wants, grade, yes_no)
    return Asked(
        kind, figure, wants, reason, person, yes_no, bool(re.search(_DEFINITION, text)), _is_phrase(text), grade
    )


def _is_phrase(text: str) -> bool:
    return not _WH.search(text) and not _YES_NO.match(text) and not _EMBEDDED_YES_NO.search(text)


def _type(text: str, figure: bool, grade: bool, yes_no: bool) -> QuestionType:
    if re.search(_COMPARE, text):
        return QuestionType.COMPARE
    if grade and not figure:
        return QuestionType.GRADE
    if re.search(_META, text) and not figure:
        return QuestionType.META
    if re.search(_LIST, text) and not yes_no and not figure:
        return QuestionType.LIST
    if yes_no:
        return QuestionType.YES_NO
    return QuestionType.FIGURE if figure else QuestionType.FINDING
