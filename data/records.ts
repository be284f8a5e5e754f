// Written by `npm run publish:schema`: change the model in schema/ instead.

/** The English name in kebab case, such as `hugging-face`; unique within the type. It must not change after publication, because it is part of the id. */
export type Slug = string;

/** The name in English, in Chinese or in both; at least one is required. */
export interface Name {
  /** The English name, in the spelling of its owner. */
  readonly en?: string;
  /** The Chinese name; omitted if there is none. */
  readonly zh?: string;
}

/** Other names and spellings, in the article or elsewhere, in any language; must not repeat the names. */
export type Aliases = readonly string[];

/** One sentence that describes the entity in our own words, in every language of the model. */
export interface Summary {
  /** The sentence in English. */
  readonly en: string;
  /** The same sentence in Chinese. */
  readonly zh: string;
}

/** A paragraph of the article, with its number within the chapter as listed in the sections. */
export interface Citation {
  /** The chapter: 0 for the introduction, then 1, 2, and so on. */
  readonly chapter: number;
  /** The paragraph, counted from 1 within the chapter. */
  readonly paragraph: number;
}

/** The paragraphs of the article that support the record, without duplicates. */
export type Citations = readonly Citation[];

/** STATED (the default): the article states it. CURATED: a curator added it, with a reference, because the article omits it. */
export type Basis = 'STATED' | 'CURATED';

/** The source of a curated entity: a web page, a paper or a book. */
export type Reference = string;

/** The result of a check by a curator: UNCHECKED (the default), CONFIRMED, DOUBTFUL or REFUTED. */
export type Status = 'UNCHECKED' | 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED';

/** The reason for the status and, for a curated fact, its source; in any language. */
export interface Note {
  /** The reason in English. */
  readonly en?: string;
  /** The reason in Chinese. */
  readonly zh?: string;
}

/** Ids of the facts that replace a refuted one, such as `DEVELOPS:its-slug:its-slug`; each shares an end with it and is not refuted itself. */
export type Corrections = readonly string[];

/** The title, version and source of the dataset. */
export interface DatasetRecord {
  /** The title of the dataset, in every language of the model. */
  readonly title: {
    /** The title in English. */
    readonly en: string;
    /** The title in Chinese. */
    readonly zh: string;
  };
  /** The version of the data as major.minor.patch; increment it with every published change. */
  readonly version: string;
  /** The source article: its title, followed by its author or site. */
  readonly source: string;
  /** The date on which the article was published, such as 2025-01-03. */
  readonly publishedOn: string;
}

/** A company, laboratory, university or team that develops, studies or uses generative AI. */
export interface CompanyRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly summary: Summary;
  /** The kind of organization; null if the article does not indicate it. Omit it instead of writing null. STARTUP: A young company founded to build AIGC products. BIG_TECH: A large technology company with many lines of business. TRADITIONAL: A company in a traditional industry that adopts AIGC. RESEARCH: A laboratory, a university or a research institute. */
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
  /** The kind of tool; null if the article does not indicate it. Omit it instead of writing null. MODEL: A trained model, however it is offered. ALGORITHM: A method implemented in code, such as a training procedure. APPLICATION: A program that people use directly. PLATFORM: A service or system that other products are built on. LIBRARY: Code that developers build into their own programs. */
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
  /** The last year of the period; null if it has not ended. Omit it instead of writing null. */
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
  /** The unit of the number, such as billion US dollars; null for a plain number. Omit it instead of writing null. */
  readonly unit?: {
    /** In English. */
    readonly en?: string;
    /** In Chinese. */
    readonly zh?: string;
  };
  /** The year that the number refers to; null if the article does not name one. Omit it instead of writing null. */
  readonly year?: number;
  /** Whether the number is a measurement or a forecast. MEASURED: The figure refers to a time before its publication. FORECAST: The figure refers to a time after its publication. */
  readonly kind: 'MEASURED' | 'FORECAST';
  /** Who published the number; null if the article does not say. Omit it instead of writing null. */
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
  /** The number of the section, such as `2` for a chapter or `2.3` for a section of it; `0` for the introduction. Written as a string: "0" for the introduction, "2" for a chapter, "2.10" for a section of it. */
  readonly number: string;
  /** The paragraphs of this section itself, without those of its subsections; they are also its citations. */
  readonly paragraphs: readonly {
    /** The paragraph, counted from 1 within the chapter. */
    readonly paragraph: number;
    /** The line of the paragraph in the article file, counted from 1. */
    readonly line: number;
  }[];
}

/** The company developed the tool, alone or with others. */
export interface DevelopsRelation {
  /** The entity that the relation starts from: the slug of a company. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a tool. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool generates content of the domain, or helps to do so. */
export interface BelongsToRelation {
  /** The entity that the relation starts from: the slug of a tool. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a domain. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company is located in the region. */
export interface LocatedInRelation {
  /** The entity that the relation starts from: the slug of a company. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a region. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company concentrates its work on the domain. */
export interface FocusesOnRelation {
  /** The entity that the relation starts from: the slug of a company. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a domain. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The company operates in the segment, or in the tier if no segment is specified. */
export interface OperatesInRelation {
  /** The entity that the relation starts from: the slug of a company. */
  readonly from: string;
  /** The entity that the relation points to: the id of a segment or tier, such as `Segment:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The region is inside the other region, the segment belongs to the tier, or the section is part of the other section. */
export interface PartOfRelation {
  /** The entity that the relation starts from: the id of a region, segment or section, such as `Region:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the id of a region, tier or section, such as `Region:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tier supplies the next tier downstream. */
export interface FeedsRelation {
  /** The entity that the relation starts from: the slug of a tier. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a tier. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool, company or domain uses the technique. */
export interface UsesRelation {
  /** The entity that the relation starts from: the id of a tool, company or domain, such as `Tool:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a technique. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool, domain or technique is applied in the industry. */
export interface AppliesToRelation {
  /** The entity that the relation starts from: the id of a tool, domain or technique, such as `Tool:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of an industry. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The technique or tool emerged in the stage, or the industry adopted AIGC in it. */
export interface EmergedInRelation {
  /** The entity that the relation starts from: the id of a technique, tool or industry, such as `Technique:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The stage was followed by the other one. */
export interface FollowedByRelation {
  /** The entity that the relation starts from: the slug of a stage. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The tool creates the opportunity. */
export interface EnablesRelation {
  /** The entity that the relation starts from: the slug of a tool. */
  readonly from: string;
  /** The entity that the relation points to: the slug of an opportunity. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The domain, stage or trend raises the challenge. */
export interface RaisesRelation {
  /** The entity that the relation starts from: the id of a domain, stage or trend, such as `Domain:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a challenge. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}

/** The statistic gives a figure about the entity. */
export interface MeasuresRelation {
  /** The entity that the relation starts from: the slug of a statistic. */
  readonly from: string;
  /** The entity that the relation points to: the id of a company, tool, domain, technique, industry, region, tier, segment, stage, statistic, opportunity, challenge, trend or section, such as `Company:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly corrections?: Corrections;
}
