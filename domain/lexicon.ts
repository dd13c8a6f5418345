import type { Language } from './script.ts';

/**
 * How a doctor reads a text aloud. `readAloud` turns digits, units and signs into words, the same for every engine; `PRONUNCIATIONS` holds
 * the words an engine would get wrong, as Hanyu Pinyin with tone numbers (5 = neutral) or, for English, as Kirshenbaum phonemes.
 */
const ZH_DIGITS = [...'零一二三四五六七八九'];

/** 120 -> 一百二十, 44 -> 四十四, 268 -> 二百六十八; integers below 100 000. */
function zhInteger(value: number): string {
  if (value >= 10000) {
    const rest = value % 10000;
    const joint = rest > 0 && rest < 1000 ? '零' : '';
    return `${zhInteger(Math.floor(value / 10000))}万${joint}${rest ? zhInteger(rest) : ''}`;
  }
  const places = ['', '十', '百', '千'];
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${ZH_DIGITS[digit]}${places[place]}`;
    gap = false;
  }
  return (text || '零').replace(/^一十/, '十');
}

/** 8.3 -> 八点三, −488 -> 负四百八十八. */
function zhNumber(written: string): string {
  const negative = /^[−-]/.test(written);
  const [whole, fraction] = written.replace(/^[−-]/, '').split('.');
  const tail = fraction ? `点${[...fraction].map((char) => ZH_DIGITS[Number(char)]).join('')}` : '';
  return `${negative ? '负' : ''}${zhInteger(Number(whole))}${tail}`;
}

const zhYear = (year: string): string => [...year].map((char) => ZH_DIGITS[Number(char)]).join('');

function readZh(text: string): string {
  const number = '[−-]?\\d+(?:\\.\\d+)?';
  return text
    .replace(/v?(20\d\d)\s*(版|年)/g, (_, year: string, word: string) => zhYear(year) + word)
    .replace(new RegExp(`(${number})\\s*[%％]`, 'g'), (_, n: string) => `百分之${zhNumber(n)}`)
    .replace(
      /(\d)([A-Za-z])(?![A-Za-z])/g,
      (_, digit: string, letter: string) => `${zhNumber(digit)} ${letter.toUpperCase()} `,
    )
    .replace(/(mm³|mm3|立方毫米)/g, '立方毫米')
    .replace(/(\d\s*)mm(?![a-z])/g, '$1毫米')
    .replace(/(\d\s*)cm(?![a-z])/g, '$1厘米')
    .replace(/(\d\s*)mL(?![a-z])/g, '$1毫升')
    .replace(/(?<![\d.])2(?=\s*(个|层(?!面)|枚|处|种|步|条|倍))/g, '两')
    .replace(new RegExp(number, 'g'), (n) => zhNumber(n))
    .replace(/第\s+/g, '第')
    .replace(/(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu, '')
    .trim();
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function enInteger(value: number): string {
  if (value < 20) return SMALL[value]!;
  if (value < 100) return value % 10 ? `${TENS[Math.floor(value / 10)]}-${SMALL[value % 10]}` : TENS[value / 10]!;
  if (value < 1000) {
    const rest = value % 100;
    return `${SMALL[Math.floor(value / 100)]} hundred${rest ? ` and ${enInteger(rest)}` : ''}`;
  }
  const rest = value % 1000;
  return `${enInteger(Math.floor(value / 1000))} thousand${rest ? `${rest < 100 ? ' and' : ''} ${enInteger(rest)}` : ''}`;
}

/** 8.3 -> eight point three, −488 -> minus four hundred and eighty-eight. */
function enNumber(written: string): string {
  const negative = /^[−-]/.test(written);
  const [whole, fraction] = written.replace(/^[−-]/, '').split('.');
  const tail = fraction ? ` point ${[...fraction].map((char) => SMALL[Number(char)]).join(' ')}` : '';
  return `${negative ? 'minus ' : ''}${enInteger(Number(whole))}${tail}`;
}

const enYear = (year: string): string =>
  year.startsWith('20')
    ? `twenty ${Number(year.slice(2)) < 10 ? `oh ${SMALL[Number(year.slice(2))]}` : enInteger(Number(year.slice(2)))}`
    : year;

function readEn(text: string): string {
  return text
    .replace(/\bv(20\d\d)\b/g, (_, year: string) => `version ${enYear(year)}`)
    .replace(/\b(of|in) (20\d\d)\b/g, (_, word: string, year: string) => `${word} ${enYear(year)}`)
    .replace(/\b(\d)([A-Z])\b/g, (_, digit: string, letter: string) => `${SMALL[Number(digit)]} ${letter}`)
    .replace(/(\d) ?%/g, '$1 percent')
    .replace(/(\d) ?(mm³|mm3)/g, '$1 cubic millimetres')
    .replace(/\b1 ?mm\b/g, '1 millimetre')
    .replace(/(\d) ?mm\b/g, '$1 millimetres')
    .replace(/(\d) ?cm\b/g, '$1 centimetres')
    .replace(/(\d) ?mL\b/g, '$1 millilitres')
    .replace(/(\d) ?HU\b/g, '$1 Hounsfield units')
    .replace(/(?<![A-Za-z])[−-]?\d+(?:\.\d+)?/g, (n) => enNumber(n))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text in the words a doctor says: "8.3 毫米" -> 八点三毫米, "4A" -> "four A", "−488 HU" -> "minus … Hounsfield units". */
export const readAloud = (text: string, language: Language): string =>
  language === 'en' ? readEn(text) : readZh(text);

/** Bumped whenever a reading changes, since takes are keyed by it. */
export const LEXICON_VERSION = '2';

/**
 * Words whose reading is fixed. zh-CN: pinyin, syllables with tone numbers (medical terms, characters with several readings, and tone
 * sandhi of 一 and 不, which formant engines leave out). Longer words win over shorter ones.
 */
export const PRONUNCIATIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    磨玻璃: 'mo2bo1li2',
    结节: 'jie2jie2',
    毛刺: 'mao2ci4',
    分叶: 'fen1ye4',
    胸膜: 'xiong1mo2',
    钙化: 'gai4hua4',
    脂肪: 'zhi1fang2',
    实性: 'shi2xing4',
    部分: 'bu4fen5',
    成分: 'cheng2fen4',
    肺野: 'fei4ye3',
    肺尖: 'fei4jian1',
    肺底: 'fei4di3',
    血管: 'xue4guan3',
    断面: 'duan4mian4',
    层面: 'ceng2mian4',
    长径: 'chang2jing4',
    短径: 'duan3jing4',
    平均径: 'ping2jun1jing4',
    长短径: 'chang2duan3jing4',
    径线: 'jing4xian4',
    长条: 'chang2tiao2',
    最长: 'zui4chang2',
    长大: 'zhang3da4',
    长没长: 'zhang3mei2zhang3',
    长出: 'zhang3chu1',
    长得: 'zhang3de5',
    低剂量: 'di1ji4liang4',
    测量: 'ce4liang2',
    单独量: 'dan1du2liang2',
    量到: 'liang2dao4',
    量里面: 'liang2li3mian4',
    要量: 'yao4liang2',
    筛查: 'shai1cha2',
    复查: 'fu4cha2',
    随访: 'sui2fang3',
    基线: 'ji1xian4',
    轮廓: 'lun2kuo4',
    边缘: 'bian1yuan2',
    光整: 'guang1zheng3',
    病灶: 'bing4zao4',
    体积: 'ti3ji1',
    密度: 'mi4du4',
    均匀: 'jun1yun2',
    分叉: 'fen1cha4',
    放大: 'fang4da4',
    扫描: 'sao3miao2',
    处理: 'chu3li3',
    模拟: 'mo2ni3',
    教学: 'jiao4xue2',
    数据: 'shu4ju4',
    诊断: 'zhen3duan4',
    还能: 'hai2neng2',
    都是: 'dou1shi4',
    都有: 'dou1you3',
    都在: 'dou1zai4',
    都要: 'dou1yao4',
    跟着: 'gen1zhe5',
    走着: 'zou3zhe5',
    贴着: 'tie1zhe5',
    盯着: 'ding1zhe5',
    盖住: 'gai4zhu4',
    只有: 'zhi3you3',
    只盯: 'zhi3ding1',
    只看: 'zhi3kan4',
    只报: 'zhi3bao4',
    只给: 'zhi3gei3',
    只露: 'zhi3lou4',
    落点: 'luo4dian3',
    中间: 'zhong1jian1',
    没有: 'mei2you3',
    有没有: 'you3mei2you3',
    一百: 'yi4bai3',
    一千: 'yi4qian1',
    一团: 'yi4tuan2',
    一路: 'yi2lu4',
    一小块: 'yi4xiao3kuai4',
    一个: 'yi2ge4',
    一类: 'yi2lei4',
    一件事: 'yi2jian4shi4',
    一步一步: 'yi2bu4yi2bu4',
    一样: 'yi2yang4',
    一条: 'yi4tiao2',
    一位: 'yi2wei4',
    一年: 'yi4nian2',
    一格: 'yi4ge2',
    一次: 'yi2ci4',
    第一次: 'di4yi1ci4',
    不是: 'bu2shi4',
    不看: 'bu2kan4',
    不带: 'bu2dai4',
    不作: 'bu2zuo4',
    不报: 'bu2bao4',
    不够: 'bu2gou4',
    不必: 'bu2bi4',
    不用: 'bu2yong4',
    不见: 'bu2jian4',
    不住: 'bu2zhu4',
    为诊断: 'wei4zhen3duan4',
    因为: 'yin1wei4',
    毛玻璃: 'mao2bo1li2',
    肿块: 'zhong3kuai4',
    肿瘤: 'zhong3liu2',
    差不多: 'cha4bu5duo1',
    倒过来: 'dao4guo4lai2',
    空气: 'kong1qi4',
    垂直: 'chui2zhi2',
    看漏: 'kan4lou4',
    看得见: 'kan4de5jian4',
    分得: 'fen1de5',
    觉得: 'jue2de5',
    量一量: 'liang2yi4liang2',
    量不出: 'liang2bu5chu1',
    量好: 'liang2hao3',
    量法: 'liang2fa3',
    电脑量: 'dian4nao3liang2',
    定不了: 'ding4bu4liao3',
    答不了: 'da2bu4liao3',
    干等: 'gan1deng3',
    别处: 'bie2chu4',
    居中: 'ju1zhong1',
    这几种: 'zhe4ji3zhong3',
    哪一种: 'na3yi4zhong3',
    做哪一种: 'zuo4na3yi4zhong3',
    这一行: 'zhe4yi4hang2',
    系列: 'xi4lie4',
    为什么: 'wei4shen2me5',
    还要: 'hai2yao4',
    还有: 'hai2you3',
    还看: 'hai2kan4',
    都看过: 'dou1kan4guo4',
    对照着: 'dui4zhao4zhe5',
    只是: 'zhi3shi4',
    只作: 'zhi3zuo4',
    只用: 'zhi3yong4',
    一棵: 'yi4ke1',
    一叶: 'yi2ye4',
    一页: 'yi2ye4',
    一层: 'yi4ceng2',
    一本: 'yi4ben3',
    一边: 'yi4bian1',
    一块: 'yi2kuai4',
    一点: 'yi4dian3',
    一起: 'yi4qi3',
    一侧: 'yi2ce4',
    一定: 'yi2ding4',
    一平均: 'yi4ping2jun1',
    一大团: 'yi2da4tuan2',
    一系列: 'yi2xi4lie4',
    一条一条: 'yi4tiao2yi4tiao2',
    变不变: 'bian4bu2bian4',
    会不会: 'hui4bu2hui4',
    要不要: 'yao4bu2yao4',
    几叶: 'ji3ye4',
    毫米: 'hao2mi3',
    立方毫米: 'li4fang1hao2mi3',
    毫升: 'hao2sheng1',
    岁: 'sui4',
    HU: 'H U',
    'LIDC-IDRI': 'L I D C，I D R I',
  },
  en: {
    'Lung-RADS': "l'VNr,adz",
    'LIDC-IDRI': ",El,aIdi:s'i: ,aIdi:,A@r'aI",
    Fleischner: "fl'aISn@",
    pleura: "pl'U@r@",
    spicules: "sp'Ikju:lz",
    spiculated: "sp'IkjUl,eItI#d",
    lobulated: "l'0bjUl,eItI#d",
    lobulation: "l,0bjUl'eIS@n",
    apex: "'eIpEks",
    millimetres: "m'IlIm,i:t@z",
    Hounsfield: "h'aUnzfi:ld",
    nodule: "n'0dju:l",
    nodules: "n'0dju:lz",
  },
};

/** Words of `PRONUNCIATIONS`, longest first, as one pattern. */
export function pronunciationPattern(language: Language): RegExp {
  const words = Object.keys(PRONUNCIATIONS[language]).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const all = words.map((word) => word.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&')).join('|');
  return language === 'en' ? new RegExp(`\\b(?:${all})\\b`, 'g') : new RegExp(all, 'g');
}
