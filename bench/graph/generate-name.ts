import type { Random } from './random.js';

/** The name of a synthetic entity, in one or both languages. */
export interface SyntheticName {
  readonly en?: string;
  readonly zh?: string;
}

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'qu',
  'r',
  's',
  'st',
  't',
  'v',
  'z',
] as const;
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'eo', 'io'] as const;
const codas = ['', '', '', 'n', 'r', 'x', 'l', 's', 'm'] as const;
const chinese = [...'云智星海天元光图语深远华创新力思维讯宇博科灵声影像慧达'] as [string, ...string[]];

const endings = {
  Company: ['AI', 'Labs', 'Systems', 'Robotics', 'Technologies', 'Cloud', 'Research', 'Media'],
  Tool: ['Studio', 'Vision', 'Canvas', 'Writer', 'Voice', 'Engine', 'Diffusion', 'Coder', '2', '3', 'Pro'],
  Domain: ['Generation', 'Synthesis', 'Editing', 'Design', 'Translation', 'Recognition', 'Dialogue'],
  Region: ['City', 'Bay', 'Valley', 'Province', 'Coast'],
  other: ['Method', 'Network', 'Work', 'Field', 'Method II'],
} as const;

const chineseEndings = {
  Company: ['科技', '智能', '网络', '研究院', '信息'],
  Tool: ['写作', '绘画', '语音', '大模型', '引擎'],
  Domain: ['生成', '合成', '设计', '翻译'],
  Region: ['市', '省', '区'],
  other: ['方法', '网络', '领域'],
} as const;

type Kind = keyof typeof endings;

/** Generates a name: 60 % in English only, 30 % in both languages, 10 % in Chinese only. */
export function generateName(type: string, random: Random): SyntheticName {
  const kind: Kind = Object.hasOwn(endings, type) ? (type as Kind) : 'other';
  const chance = random.next();
  const en = `${generateWord(random)} ${random.pick(endings[kind])}`;
  const zh = `${random.pick(chinese)}${random.pick(chinese)}${random.pick(chineseEndings[kind])}`;
  if (chance < 0.1) return { zh };
  return chance < 0.4 ? { en, zh } : { en };
}

function generateWord(random: Random): string {
  const syllables = 2 + random.integerBelow(2);
  let text = '';
  for (let syllable = 0; syllable < syllables; syllable += 1)
    text += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
