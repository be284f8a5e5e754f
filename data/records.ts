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

/** Other names that people use, in any language; must not repeat the names. */
export type Aliases = readonly string[];

/** The words with which the article describes the entity where it does not name it. Search finds them; nobody is shown them as names. */
export type Wordings = readonly string[];

/** The ids of entities that were merged into this one; looking one up returns this entity. */
export type FormerIds = readonly string[];

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

/** STATED (the default): the article states it. CURATED: a curator added it, with references, because the article omits it. */
export type Basis = 'STATED' | 'CURATED';

/** A work that supports the record. It has a date, the day on which it was read, or both. */
export interface Reference {
  /** The title, as the work has it. */
  readonly title: string;
  /** Who published it: a site, a newspaper, a journal or an organization. */
  readonly publisher: string;
  /** Its address, such as https://arxiv.org/abs/1706.03762. */
  readonly url: string;
  /** The date of its publication: a year, a month or a day, such as 2022-04. */
  readonly date?: string;
  /** The day on which it was read, such as 2026-11-29. */
  readonly retrievedOn?: string;
}

/** The works that support the record, without duplicates. */
export type References = readonly Reference[];

/** The result of a check by a curator: UNCHECKED (the default), CONFIRMED, DOUBTFUL or REFUTED. */
export type Status = 'UNCHECKED' | 'CONFIRMED' | 'DOUBTFUL' | 'REFUTED';

/** The reason for the status, in any language; the works that support it are `references`. */
export interface Note {
  /** The reason in English. */
  readonly en?: string;
  /** The reason in Chinese. */
  readonly zh?: string;
}

/** Ids of the facts that replace a refuted one, such as `DEVELOPS:its-slug:its-slug`; each shares an end with it and is not refuted itself. */
export type Corrections = readonly string[];

/** Where the value of a property comes from, and the result of its check. */
export interface Statement {
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
}

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
  /** The date of publication that the copy of the article bears, such as 2025-01-03. */
  readonly publishedOn: string;
  /** When the article was written, as far as it is known: a year, a month or a day, such as 2023-05. */
  readonly writtenOn?: string;
  /** How `writtenOn` is known, and how certain it is. */
  readonly writtenOnNote?: {
    /** The explanation in English. */
    readonly en?: string;
    /** The explanation in Chinese. */
    readonly zh?: string;
  };
}

/** A company, laboratory, university or team that develops, studies or uses generative AI. */
export interface CompanyRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The kind of organization; null if neither the article nor a reference indicates it. Omit it instead of writing null. STARTUP: A young company founded to build AIGC products. BIG_TECH: A large technology company with many lines of business. TRADITIONAL: A company in a traditional industry that adopts AIGC. RESEARCH: A laboratory, a university or a research institute. */
  readonly kind?: 'STARTUP' | 'BIG_TECH' | 'TRADITIONAL' | 'RESEARCH';
  /** The year in which the company was founded; null if no reference was found. Omit it instead of writing null. */
  readonly foundedIn?: number;
  /** The year in which the company ceased to operate; null if it operates, or if no reference was found. Omit it instead of writing null. */
  readonly endedIn?: number;
  /** Whether the company operates today; null if no reference was found. Omit it instead of writing null. ACTIVE: It operates under its own name. ACQUIRED: It became part of a company that bought it, or was merged into its owner. CLOSED: It ceased to operate. */
  readonly operatingStatus?: 'ACTIVE' | 'ACQUIRED' | 'CLOSED';
  /** The date on which `operatingStatus` was checked, such as `2026-11-29`; null if it was not. Omit it instead of writing null. */
  readonly operatingStatusCheckedOn?: string;
  /** The address of the company's website; null if no reference was found. Omit it instead of writing null. One line without leading or trailing space. */
  readonly website?: string;
  /** The id of the company in Wikidata, such as `Q95`; null if it was not looked up. Omit it instead of writing null. One line without leading or trailing space. */
  readonly wikidataId?: string;
  /** The position in the article's list of representative companies, from 1; null if the company is not in it. Omit it instead of writing null. */
  readonly representativeRank?: number;
  /** Where each of these values comes from; required for each of them that the record has. */
  readonly statements?: {
    readonly kind?: Statement;
    readonly foundedIn?: Statement;
    readonly endedIn?: Statement;
    readonly operatingStatus?: Statement;
    readonly website?: Statement;
    readonly wikidataId?: Statement;
    readonly representativeRank?: Statement;
  };
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A product, model, algorithm, platform or library that generates content or helps to do so. */
export interface ToolRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The kind of tool; null if neither the article nor a reference indicates it. Omit it instead of writing null. MODEL: A trained model, however it is offered. ALGORITHM: A method implemented in code, such as a training procedure. APPLICATION: A program that people use directly. PLATFORM: A service or system that other products are built on. LIBRARY: Code that developers build into their own programs. */
  readonly kind?: 'MODEL' | 'ALGORITHM' | 'APPLICATION' | 'PLATFORM' | 'LIBRARY';
  /** The year in which the tool was released or published; null if no reference was found. Omit it instead of writing null. */
  readonly releasedIn?: number;
  /** The year in which the tool was withdrawn; null if it is available, or if no reference was found. Omit it instead of writing null. */
  readonly endedIn?: number;
  /** Whether the tool is available today; null if no reference was found. Omit it instead of writing null. ACTIVE: It operates under its own name. ACQUIRED: It became part of a company that bought it, or was merged into its owner. CLOSED: It ceased to operate. */
  readonly operatingStatus?: 'ACTIVE' | 'ACQUIRED' | 'CLOSED';
  /** The date on which `operatingStatus` was checked, such as `2026-11-29`; null if it was not. Omit it instead of writing null. */
  readonly operatingStatusCheckedOn?: string;
  /** The address of the tool's website; null if no reference was found. Omit it instead of writing null. One line without leading or trailing space. */
  readonly website?: string;
  /** The id of the tool in Wikidata, such as `Q113675180`; null if it was not looked up. Omit it instead of writing null. One line without leading or trailing space. */
  readonly wikidataId?: string;
  /** Where each of these values comes from; required for each of them that the record has. */
  readonly statements?: {
    readonly kind?: Statement;
    readonly releasedIn?: Statement;
    readonly endedIn?: Statement;
    readonly operatingStatus?: Statement;
    readonly website?: Statement;
    readonly wikidataId?: Statement;
  };
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A kind of generated content, such as text, images or code. */
export interface DomainRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A method or task of generative AI, such as diffusion or machine translation. */
export interface TechniqueRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A branch of the economy in which AIGC is applied, such as education or medicine. */
export interface IndustryRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A continent, country or city. */
export interface RegionRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The level of the region: continent, country or city. CONTINENT: A continent, or another region larger than a country. COUNTRY: A country that is a sovereign state. CITY: A city or town within a country. */
  readonly level: 'CONTINENT' | 'COUNTRY' | 'CITY';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A level of the industry chain, between foundations upstream and applications downstream. */
export interface TierRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The position of the tier in the chain, counted from 1, the tier that is furthest upstream. */
  readonly position: number;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A line of business within a tier of the industry chain. */
export interface SegmentRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A period in the development of AIGC. */
export interface StageRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The first year of the period. */
  readonly fromYear: number;
  /** The last year of the period; null if it has not ended. Omit it instead of writing null. */
  readonly toYear?: number;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A figure or forecast that the article quotes. */
export interface StatisticRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
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
  readonly references?: References;
}

/** A chance to earn money or to improve work, created by AIGC. */
export interface OpportunityRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** Who can seize the opportunity: individuals or enterprises. INDIVIDUAL: Individuals, who work on their own. ENTERPRISE: Companies and other organizations with employees. */
  readonly audience: 'INDIVIDUAL' | 'ENTERPRISE';
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A problem that AIGC faces or causes. */
export interface ChallengeRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A direction in which AIGC is expected to develop. */
export interface TrendRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
}

/** A chapter or section of the article. */
export interface SectionRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The number of the section, such as `2` for a chapter or `2.3` for a section of it; `0` for the introduction. Written as a string: "0" for the introduction, "2" for a chapter, "2.10" for a section of it, "article" for the article as a whole. */
  readonly number: string;
  /** The paragraphs of this section itself, without those of its subsections; they are also its citations. */
  readonly paragraphs: readonly {
    /** The paragraph, counted from 1 within the chapter. */
    readonly paragraph: number;
    /** The line of the paragraph in the article file, counted from 1. */
    readonly line: number;
  }[];
}

/** An essay, report or paper that the article quotes. */
export interface PublicationRecord {
  readonly slug: Slug;
  readonly name: Name;
  readonly aliases?: Aliases;
  readonly wordings?: Wordings;
  readonly summary: Summary;
  readonly formerIds?: FormerIds;
  /** The year in which it was published; null if no reference was found. Omit it instead of writing null. */
  readonly publishedIn?: number;
  /** The address at which it can be read; null if no reference was found. Omit it instead of writing null. One line without leading or trailing space. */
  readonly url?: string;
  /** Where each of these values comes from; required for each of them that the record has. */
  readonly statements?: {
    readonly publishedIn?: Statement;
    readonly url?: Statement;
  };
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly references?: References;
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
  readonly references?: References;
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
  readonly references?: References;
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
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The company, or the tier of the industry chain, concentrates its work on the domain. */
export interface FocusesOnRelation {
  /** The entity that the relation starts from: the id of a company or tier, such as `Company:its-slug`; `its-slug` alone stands for a Company. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a domain. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
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
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The region is inside the other region, the segment belongs to the tier, the section is part of the other section, or the tool is part of the other tool. */
export interface PartOfRelation {
  /** The entity that the relation starts from: the id of a region, segment, section or tool, such as `Region:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the id of a region, tier, section or tool, such as `Region:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
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
  readonly references?: References;
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
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The tool, domain, technique or trend is applied in the industry. */
export interface AppliesToRelation {
  /** The entity that the relation starts from: the id of a tool, domain, technique or trend, such as `Tool:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of an industry. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The technique or tool emerged in the stage. */
export interface EmergedInRelation {
  /** The entity that the relation starts from: the id of a technique or tool, such as `Technique:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
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
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The entity creates the opportunity. */
export interface EnablesRelation {
  /** The entity that the relation starts from: the id of a tool, technique, tier, industry, trend or challenge, such as `Tool:its-slug`; `its-slug` alone stands for a Tool. */
  readonly from: string;
  /** The entity that the relation points to: the slug of an opportunity. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The entity raises the challenge. */
export interface RaisesRelation {
  /** The entity that the relation starts from: the id of a domain, stage, trend, technique, tool, industry or tier, such as `Domain:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a challenge. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The statistic gives a figure about the entity. */
export interface MeasuresRelation {
  /** The entity that the relation starts from: the slug of a statistic. */
  readonly from: string;
  /** The entity that the relation points to: the id of a company, tool, domain, technique, industry, region, tier, segment, stage, statistic, opportunity, challenge, trend, section or publication, such as `Company:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The company or tool belongs to the company: it was bought by it, or is part of it. */
export interface OwnedByRelation {
  /** The entity that the relation starts from: the id of a company or tool, such as `Company:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a company. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The company or tool succeeded the other one. */
export interface SucceedsRelation {
  /** The entity that the relation starts from: the id of a company or tool, such as `Company:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the id of a company or tool, such as `Company:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The technique or trend builds on the other technique or the domain, or combines it with others. */
export interface BuildsOnRelation {
  /** The entity that the relation starts from: the id of a technique or trend, such as `Technique:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the id of a technique or domain, such as `Technique:its-slug`. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The technique is the use in which the article calls progress in the domain the most notable. */
export interface ExcelsAtRelation {
  /** The entity that the relation starts from: the slug of a domain. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a technique. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The company sells to the industry or applies AIGC in it. */
export interface ServesRelation {
  /** The entity that the relation starts from: the slug of a company. */
  readonly from: string;
  /** The entity that the relation points to: the slug of an industry. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The stage saw AIGC applied in the industry or domain, or by the company; or it saw the technique applied. */
export interface AppliedInRelation {
  /** The entity that the relation starts from: the id of an industry, domain, company or technique, such as `Industry:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a stage. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The trend, technique or tool helps to solve the challenge. */
export interface AddressesRelation {
  /** The entity that the relation starts from: the id of a trend, technique or tool, such as `Trend:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a challenge. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The technique, region or tier develops towards the trend. */
export interface LeadsToRelation {
  /** The entity that the relation starts from: the id of a technique, region or tier, such as `Technique:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a trend. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The technique or industry is a field in which the AIGC industry of the region is active. */
export interface PracticedInRelation {
  /** The entity that the relation starts from: the id of a technique or industry, such as `Technique:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a region. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The figure or publication was published by the company. */
export interface PublishedByRelation {
  /** The entity that the relation starts from: the id of a statistic or publication, such as `Statistic:its-slug`. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a company. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}

/** The figure is stated in the publication. */
export interface StatedInRelation {
  /** The entity that the relation starts from: the slug of a statistic. */
  readonly from: string;
  /** The entity that the relation points to: the slug of a publication. */
  readonly to: string;
  readonly citations?: Citations;
  readonly basis?: Basis;
  readonly status?: Status;
  readonly note?: Note;
  readonly references?: References;
  readonly corrections?: Corrections;
}
