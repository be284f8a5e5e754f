import type { Resolvers } from '../generated/graphql.js';
import { AtlasError } from '../errors.js';
import type { CitationRow } from './record.js';

/** Resolvers of the citation concept. */
export const citationResolvers = {
  Citation: {
    section: ({ section, text }) => section ?? missingSection(text),
    chapter: (citation) => parse(citation).chapter,
    paragraph: (citation) => parse(citation).paragraph,
  },
} satisfies Pick<Resolvers, 'Citation'>;

function parse({ text }: CitationRow): { chapter: number; paragraph: number } {
  const [, chapter, paragraph] = /^§(\d+)[\d.]* ¶(\d+)/.exec(text) ?? [];
  return { chapter: Number(chapter), paragraph: Number(paragraph) };
}

function missingSection(text: string): never {
  throw new AtlasError('INTERNAL_SERVER_ERROR', `A citation must name a section of the graph; found ${text}.`);
}
