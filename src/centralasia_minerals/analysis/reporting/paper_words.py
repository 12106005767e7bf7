"""What papers of each stage are called where totals are told, by their number or one by one."""

from __future__ import annotations

from centralasia_minerals.entities.vocabulary.stage import Binding, Stage

NOT_BINDING = frozenset(stage for stage in Stage if stage.binds is Binding.NO)
"""The stages that commit nobody, though a paper may be signed; a framework binds in part."""

DEALS = ("{count} deal", "{count} deals")
CANCELLED = ("{papers} on a cancelled project", "{papers} on cancelled projects")
PAPERS = {
    Stage.TALKS: ("{count} deal under negotiation", "{count} deals under negotiation"),
    Stage.PROPOSED: ("{count} proposed deal", "{count} proposed deals"),
    Stage.OFFERED: ("{count} offer", "{count} offers"),
    Stage.PLANNED: ("{count} planned deal", "{count} planned deals"),
    Stage.REVIEWED: ("{count} reviewed plan", "{count} reviewed plans"),
    Stage.ADOPTED: ("{count} adopted plan", "{count} adopted plans"),
    Stage.PLEDGED: ("{count} pledge", "{count} pledges"),
    Stage.DECLARATION: ("{count} declaration", "{count} declarations"),
    Stage.ROADMAP: ("{count} roadmap", "{count} roadmaps"),
    Stage.LETTER_OF_INTEREST: ("{count} letter of interest", "{count} letters of interest"),
    Stage.LETTER_OF_INTENT: ("{count} letter of intent", "{count} letters of intent"),
    Stage.MEMORANDUM: (
        "{count} memorandum of understanding",
        "{count} memoranda of understanding",
    ),
    Stage.TERM_SHEET: ("{count} term sheet", "{count} term sheets"),
    Stage.HEADS_OF_TERMS: ("{count} preliminary agreement", "{count} preliminary agreements"),
    Stage.FRAMEWORK: ("{count} framework agreement", "{count} framework agreements"),
    Stage.APPROVED: (
        "{count} deal approved but not signed",
        "{count} deals approved but not signed",
    ),
    Stage.AGREED: ("{count} agreed deal", "{count} agreed deals"),
    Stage.SIGNED: ("{count} signed deal", "{count} signed deals"),
    Stage.CLOSED: ("{count} closed deal", "{count} closed deals"),
    Stage.DISBURSED: ("{count} disbursed loan or grant", "{count} disbursed loans or grants"),
    Stage.DONE: (
        "{count} deal under way or completed",
        "{count} deals under way or completed",
    ),
    Stage.FAILED: ("{count} failed deal", "{count} failed deals"),
    Stage.DENIED: ("{count} denied deal", "{count} denied deals"),
    Stage.WITHDRAWN: ("{count} withdrawn deal", "{count} withdrawn deals"),
    Stage.LAPSED: ("{count} lapsed deal", "{count} lapsed deals"),
    Stage.EXPIRED: ("{count} expired deal", "{count} expired deals"),
    Stage.REPAID: ("{count} repaid loan", "{count} repaid loans"),
}
LEFT_OUT = {
    Stage.TALKS: "talks on a deal of {figure}",
    Stage.PROPOSED: "a proposal for {figure}",
    Stage.OFFERED: "an offer of {figure}",
    Stage.PLANNED: "a planned deal of {figure}",
    Stage.REVIEWED: "a reviewed plan of {figure}",
    Stage.ADOPTED: "an adopted plan of {figure}",
    Stage.PLEDGED: "a pledge of {figure}",
    Stage.DECLARATION: "a declaration on {figure}",
    Stage.ROADMAP: "a roadmap for {figure}",
    Stage.LETTER_OF_INTEREST: "a letter of interest for {figure}",
    Stage.LETTER_OF_INTENT: "a letter of intent for {figure}",
    Stage.MEMORANDUM: "a memorandum of understanding for {figure}",
    Stage.TERM_SHEET: "a term sheet for {figure}",
    Stage.HEADS_OF_TERMS: "a preliminary agreement on {figure}",
    Stage.APPROVED: "an approved but unsigned deal of {figure}",
}
"""A single paper that is left out because it commits nobody."""

LEFT_OUT_FUNDING = LEFT_OUT | {
    Stage.TALKS: "talks on financing of {figure}",
    Stage.PROPOSED: "proposed financing of {figure}",
    Stage.OFFERED: "an offer of financing of {figure}",
    Stage.PLANNED: "planned financing of {figure}",
    Stage.PLEDGED: "a pledge of financing of {figure}",
    Stage.APPROVED: "approved but unsigned financing of {figure}",
}
"""The same of money that pays for something: it is not the deal itself that is planned."""

WITHHELD = (
    "The amount of {deals} is withheld{marks}.",
    "The amounts of {deals} are withheld{marks}.",
)
IN_ADDITION = (
    "In addition, the amount of {deals} is withheld{marks}.",
    "In addition, the amounts of {deals} are withheld{marks}.",
)
