/**
 * The allow-list. Nothing else of a header passes into the system; what is listed passes as its note says. Names are those of PS3.6.
 * Texts that are only searched for keywords (ProtocolName and the like) are not here: none of their words is kept.
 */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, string>> = {
  x00080060: 'Modality',
  x00100040: 'PatientSex',
  x00101010: 'PatientAge (years, 90 at most)',
  x00180010: 'ContrastBolusAgent (presence only)',
  x00181040: 'ContrastBolusRoute (presence only)',
  x00180050: 'SliceThickness',
  x00180060: 'KVP',
  x00181210: 'ConvolutionKernel (class only)',
  x00189345: 'CTDIvol',
  x00200032: 'ImagePositionPatient',
  x00200037: 'ImageOrientationPatient',
  x00280010: 'Rows',
  x00280011: 'Columns',
  x00280030: 'PixelSpacing',
  x00281052: 'RescaleIntercept',
  x00281053: 'RescaleSlope',
  x7fe00010: 'PixelData (as Hounsfield units)',
};

/** Age from two dates that are themselves dropped. */
export const AGE_FROM_DATES = 'PatientAge (from birth and study date, years, 90 at most)';

/** PS3.15 annex E with its options, as coded in CID 7050. */
export const PROFILE = 'DICOM PS3.15 Annex E Basic Application Level Confidentiality Profile, as an allow-list';

/**
 * 113100 Basic Application Confidentiality Profile; 113105 Clean Descriptors Option (purpose and kernel class are derived, the texts are
 * dropped); 113108 Retain Patient Characteristics Option (age in years, sex).
 */
export const METHOD_CODES: readonly string[] = ['113100', '113105', '113108'];
