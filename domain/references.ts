/** Published works a script may cite. Only works we can name exactly stand here. */
export interface Reference {
  readonly key: string;
  /** Badge text in the film. */
  readonly short: string;
  readonly full: string;
  readonly doi: string | null;
}

export const REFERENCES: readonly Reference[] = [
  {
    key: 'lung-rads-2022',
    short: 'ACR Lung-RADS v2022',
    full: 'American College of Radiology. Lung-RADS v2022: assessment categories and management recommendations. Table reproduced in NBK568579; changes reported in CHEST 2024;165:738.',
    doi: null,
  },
  {
    key: 'fleischner-2017',
    short: 'Fleischner Society 2017',
    full: 'MacMahon H, Naidich DP, Goo JM, et al. Guidelines for management of incidental pulmonary nodules detected on CT images: from the Fleischner Society 2017. Radiology 2017;284:228-243.',
    doi: '10.1148/radiol.2017161659',
  },
  {
    key: 'erasmus-2000',
    short: 'Erasmus 2000, RadioGraphics',
    full: 'Erasmus JJ, Connolly JE, McAdams HP, Roggli VL. Solitary pulmonary nodules: part I. Morphologic evaluation for differentiation of benign and malignant lesions. RadioGraphics 2000;20:43-58.',
    doi: '10.1148/radiographics.20.1.g00ja0343',
  },
  {
    key: 'naidich-2013',
    short: 'Naidich 2013, Radiology',
    full: 'Naidich DP, Bankier AA, MacMahon H, et al. Recommendations for the management of subsolid pulmonary nodules detected at CT: a statement from the Fleischner Society. Radiology 2013;266:304-317.',
    doi: '10.1148/radiol.12120628',
  },
  {
    key: 'travis-2011',
    short: 'Travis 2011, J Thorac Oncol',
    full: 'Travis WD, Brambilla E, Noguchi M, et al. IASLC/ATS/ERS international multidisciplinary classification of lung adenocarcinoma. J Thorac Oncol 2011;6:244-285.',
    doi: '10.1097/JTO.0b013e318206a221',
  },
  {
    key: 'lidc-idri',
    short: 'LIDC-IDRI, CC BY 3.0',
    full: 'Armato SG III, McLennan G, Bidaut L, et al. Data From LIDC-IDRI. The Cancer Imaging Archive, 2015. CC BY 3.0. Cropped, windowed and annotated.',
    doi: '10.7937/K9/TCIA.2015.LO9QL9SX',
  },
];
