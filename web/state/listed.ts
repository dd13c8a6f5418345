/** Words in a row as the language writes them: 影像、分析、脚本 or images, analysis, script. (`Intl.ListFormat` puts nothing between Chinese units.) */
export const listed = (words: readonly string[], locale: string): string => words.join(locale === 'en' ? ', ' : '、');
