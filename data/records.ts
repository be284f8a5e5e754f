// Written by `npm run publish:schema`: change the model in schema/ instead.

/** The English name in kebab case, unique among its type: `hugging-face`. It never changes once published, for it is part of the id. */
export type Slug = string;

/** What it is called, in English, in Chinese or in both; at least one. */
export interface Name {
  /** The English name, as its owner writes it. */
  readonly en?: string;
  /** The Chinese name; left out where there is none. */
  readonly zh?: string;
}

/** How the article, and the world, also writes it, in any language; neither of the names again. */
export type Aliases = readonly string[];

/** One sentence of our own on what it is, in every language. */
export interface Summary {
  /** The sentence in English. */
  readonly en: string;
  /** The same sentence in Chinese. */
  readonly zh: string;
}

/** A paragraph of the article, numbered within its chapter as the sections list them. */
export interface Citation {
  /** The chapter: 0 for the introduction, then 1, 2, and so on. */
  readonly chapter: number;
  /** The paragraph, counted from 1 within the chapter. */
  readonly paragraph: number;
}

/** The paragraphs that say so, none twice. */
export type Citations = readonly Citation[];

/** STATED (the default): the article says so. CURATED: a curator adds what the article leaves out, with a reference. */
export type Basis = 'STATED' | 'CURATED';

/** Where a curated entity can be checked: a page, a paper, a book. */
export type Reference = string;

/** What a curator found when checking: UNCHECKED (the default), CONFIRMED, DOUBTFUL or REFUTED. */
export type Status = 'UNCHECKED' | 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED';

/** Why the status is what it is, and for a curated fact where it can be checked; in any language. */
export interface Note {
  /** The reason in English. */
  readonly en?: string;
  /** The reason in Chinese. */
  readonly zh?: string;
}

/** Ids of the facts that replace a refuted one, such as `DEVELOPS:its-slug:its-slug`; each shares an end with it and is not itself refuted. */
export type Corrections = readonly string[];

/** What the dataset as a whole is. */
export interface DatasetRecord {
  /** The title of the dataset in every language. */
  readonly title: {
    /** The title in English. */
    readonly en: string;
    /** The title in Chinese. */
    readonly zh: string;
  };
  /** The version of the data as major.minor.patch; raise it with every change that is published. */
  readonly version: string;
  /** The article: its title, author or site. */
  readonly source: string;
  /** The day the article was published: 2025-01-03. */
  readonly publishedOn: string;
}

/** A company, laboratory, university or team that develops, studies or uses generative AI. */
export interface CompanyRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The kind of organization; null if the article does not indicate it. Left out rather than written as null. STARTUP: A young company founded to build AIGC products. BIG_TECH: A large technology company with many lines of business. TRADITIONAL: A company in a traditional industry that adopts AIGC. RESEARCH: A laboratory, a university or a research institute. */
  readonly kind?: 'STARTUP' | 'BIG_TECH' | 'TRADITIONAL' | 'RESEARCH';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A product, model, algorithm, platform or library that generates content or helps to do so. */
export interface ToolRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The kind of tool; null if the article does not indicate it. Left out rather than written as null. MODEL: A trained model, however it is offered. ALGORITHM: A method implemented in code, such as a training procedure. APPLICATION: A program that people use directly. PLATFORM: A service or system that other products are built on. LIBRARY: Code that developers build into their own programs. */
  readonly kind?: 'MODEL' | 'ALGORITHM' | 'APPLICATION' | 'PLATFORM' | 'LIBRARY';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A kind of generated content, such as text, images or code. */
export interface DomainRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A method or task of generative AI, such as diffusion or machine translation. */
export interface TechniqueRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A branch of the economy in which AIGC is applied, such as education or medicine. */
export interface IndustryRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A continent, country or city. */
export interface RegionRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The level of the region: continent, country or city. CONTINENT: A continent, or another region larger than a country. COUNTRY: A country that is a sovereign state. CITY: A city or town within a country. */
  readonly level: 'CONTINENT' | 'COUNTRY' | 'CITY';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A level of the industry chain, between foundations upstream and applications downstream. */
export interface TierRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The position of the tier in the chain, counted from 1, the tier that is furthest upstream. */
  readonly position: number;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A line of business within a tier of the industry chain. */
export interface SegmentRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A period in the development of AIGC. */
export interface StageRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The first year of the period. */
  readonly fromYear: number;
  /** The last year of the period; null if it has not ended. Left out rather than written as null. */
  readonly toYear?: number;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A figure or forecast that the article quotes. */
export interface StatisticRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The number itself, in the unit `unit`. */
  readonly value: number;
  /** The unit of the number, such as billion US dollars; null for a plain number. Left out rather than written as null. */
  readonly unit?: {
    /** In English. */
    readonly en?: string;
    /** In Chinese. */
    readonly zh?: string;
  };
  /** The year that the number refers to; null if the article does not name one. Left out rather than written as null. */
  readonly year?: number;
  /** Whether the number is a measurement or a forecast. MEASURED: The figure refers to a time before its publication. FORECAST: The figure refers to a time after its publication. */
  readonly kind: 'MEASURED' | 'FORECAST';
  /** Who published the number; null if the article does not say. Left out rather than written as null. */
  readonly publisher?: {
    /** In English. */
    readonly en?: string;
    /** In Chinese. */
    readonly zh?: string;
  };
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A chance to earn money or to improve work, created by AIGC. */
export interface OpportunityRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** Who can seize the opportunity: individuals or enterprises. INDIVIDUAL: Individuals, who work on their own. ENTERPRISE: Companies and other organizations with employees. */
  readonly audience: 'INDIVIDUAL' | 'ENTERPRISE';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A problem that AIGC faces or causes. */
export interface ChallengeRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A direction in which AIGC is expected to develop. */
export interface TrendRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly reference?: Reference;
}

/** A chapter or section of the article. */
export interface SectionRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The number of the section, such as `2` for a chapter or `2.3` for a section of it; `0` for the introduction. Written as text: "0" for the introduction, "2" for a chapter, "2.10" for a section of it. */
  readonly number: string;
  /** The paragraphs that belong to this section itself, not to a section inside it; they are its citations. */
  readonly paragraphs: readonly {
    /** The paragraph, counted from 1 within the chapter. */
    readonly paragraph: number;
    /** The paragraph's line in the article's file, counted from 1. */
    readonly line: number;
  }[];
}

/** The company developed the tool, alone or with others. */
export interface DevelopsRelation {
  /** From: the slug of a company. */
  readonly from: string;
  /** To: the slug of a tool. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool generates content of the domain, or helps to do so. */
export interface BelongsToRelation {
  /** From: the slug of a tool. */
  readonly from: string;
  /** To: the slug of a domain. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company is located in the region. */
export interface LocatedInRelation {
  /** From: the slug of a company. */
  readonly from: string;
  /** To: the slug of a region. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company concentrates its work on the domain. */
export interface FocusesOnRelation {
  /** From: the slug of a company. */
  readonly from: string;
  /** To: the slug of a domain. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company operates in the segment, or in the tier if no segment is specified. */
export interface OperatesInRelation {
  /** From: the slug of a company. */
  readonly from: string;
  /** To: the id of a segment or tier, such as `Segment:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The region is inside the other region, the segment belongs to the tier, or the section is part of the other section. */
export interface PartOfRelation {
  /** From: the id of a region, segment or section, such as `Region:its-slug`. */
  readonly from: string;
  /** To: the id of a region, tier or section, such as `Region:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tier supplies the next tier downstream. */
export interface FeedsRelation {
  /** From: the slug of a tier. */
  readonly from: string;
  /** To: the slug of a tier. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool, company or domain uses the technique. */
export interface UsesRelation {
  /** From: the id of a tool, company or domain, such as `Tool:its-slug`. */
  readonly from: string;
  /** To: the slug of a technique. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool, domain or technique is applied in the industry. */
export interface AppliesToRelation {
  /** From: the id of a tool, domain or technique, such as `Tool:its-slug`. */
  readonly from: string;
  /** To: the slug of an industry. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The technique or tool emerged in the stage, or the industry adopted AIGC in it. */
export interface EmergedInRelation {
  /** From: the id of a technique, tool or industry, such as `Technique:its-slug`. */
  readonly from: string;
  /** To: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The stage was followed by the other one. */
export interface FollowedByRelation {
  /** From: the slug of a stage. */
  readonly from: string;
  /** To: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool creates the opportunity. */
export interface EnablesRelation {
  /** From: the slug of a tool. */
  readonly from: string;
  /** To: the slug of an opportunity. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The domain, stage or trend raises the challenge. */
export interface RaisesRelation {
  /** From: the id of a domain, stage or trend, such as `Domain:its-slug`. */
  readonly from: string;
  /** To: the slug of a challenge. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The statistic gives a figure about the entity. */
export interface MeasuresRelation {
  /** From: the slug of a statistic. */
  readonly from: string;
  /** To: the id of a company, tool, domain, technique, industry, region, tier, segment, stage, statistic, opportunity, challenge, trend or section, such as `Company:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}
