/**
 * The implicit AI-content label of GB 45438-2025: one metadata member named `AIGC` whose value is this JSON.
 * The XMP name space is that of TC260's practice guide for pictures (not read at the source: treat as unverified).
 */
export interface AigcLabel {
  /** Who made the content: the producing organisation. */
  readonly producer: string;
  /** The producer's number for this content. */
  readonly produceId: string;
}

/** `Label` 1 = the content is AI-generated. Reserved codes stay empty until a signature fills them; nobody else has spread the film yet. */
export function aigcJson(label: AigcLabel): string {
  return JSON.stringify({
    Label: '1',
    ContentProducer: label.producer,
    ProduceID: label.produceId,
    ReservedCode1: '',
    ContentPropagator: label.producer,
    PropagateID: label.produceId,
    ReservedCode2: '',
  });
}

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (char) => `&#${char.codePointAt(0)};`);

/** The same label as an XMP packet for JPEG and PNG. */
export function aigcXmp(label: AigcLabel): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">',
    `<TC260:AIGC>${escapeXml(aigcJson(label))}</TC260:AIGC>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}
