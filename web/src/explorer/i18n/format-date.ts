import { language } from './language.js';

const datePattern = /^(\d{4})(-\d{2})?(-\d{2})?$/;

/** Whether a text is a complete date, such as `2026-11-29`. */
export function isDate(text: string): boolean {
  return datePattern.exec(text)?.[3] !== undefined && !Number.isNaN(Date.parse(text));
}

/** A date in the current language. It may lack the day, or the day and the month; any other text is unchanged. */
export function formatDate(text: string): string {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(text))) return text;
  const format = new Intl.DateTimeFormat(language.code.value === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: language.code.value === 'zh' ? 'long' : 'short' }),
    ...(day !== undefined && { day: 'numeric' }),
  });
  return format.format(new Date(text));
}
