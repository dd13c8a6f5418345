import type { Analysis } from '#domain/analysis';
import type { QcReport } from '#domain/release';
import type { Script } from '#domain/script';

/**
 * What was found and how sure it is, for people and machines beside the film: the findings with every measure, unit, method and source, the
 * ratings with each comparison made, and the film's quality report.
 */
export function buildReport(analysis: Analysis, script: Script, quality: QcReport): unknown {
  const { study, findings, ratings, contralateral, engines, candidatesSeen, lungs } = analysis;
  const { caseCode, provenance, modality, ageYears, ageCapped, sex, acquisition, geometry, measurable } = study;
  return {
    schema: 'caseloom-report/1',
    notice: {
      'zh-CN': '医学教学资料，非诊断结论。测量由程序给出，须由医生判读。',
      en: 'Medical teaching material, not a diagnosis. Measurements are made by a program and need a physician.',
    },
    study: {
      caseCode,
      provenance,
      modality,
      ageYears,
      ageCapped,
      sex,
      acquisition,
      geometry,
      measurable,
      warnings: study.warnings,
    },
    lungs: { volumeMl: lungs.volumeMl, meanHu: lungs.meanHu },
    findings: findings.map(({ id, rank, score, centreVoxel, centreMm, keySlice, features }) => ({
      ...{ id, rank, score, centreVoxel, centreMm, keySlice, features },
    })),
    contralateral,
    ratings,
    engines,
    candidatesSeen,
    script: { version: script.version, language: script.language, references: script.references },
    quality,
  };
}
