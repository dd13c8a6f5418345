// Ten characters and more, from published lists of what people choose; shorter ones are refused by length already.
const COMMON = new Set(
  `0123456789 1234567890 12345678910 123456789a a123456789 123456789q 1234567891 9876543210 0987654321 1029384756
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 qazwsxedcrfv qwertyuiop qwerty12345 qwerty123456 qwe123456789 asdfghjkl1 zxcvbnm123
asdfghjkl123 abc123456789 abcd123456 abcdefghij abcdef123456 aa12345678 aa123456789 a1234567890 password12 password123 password1234
password12345 passw0rd123 p@ssw0rd123 p@ssword123 administrator admin12345 admin123456 admin@123456 adminadmin root123456 welcome123
welcome1234 letmein123 letmein1234 iloveyou123 iloveyou12 monkey1234 dragon1234 football12 baseball12 superman12 sunshine12 princess12
woaini1314 woaini520 woaini1314520 5201314520 1314520520 woaiwojia1 zhongguo123 hospital123 hospital1234 changeme123 changeme1234
test123456 test1234567 guest12345 user123456 default123 temp123456 secret1234 123123123123 123321123321 147258369a 112233445566 159357258456
caseloom123 caseloom1234 studio1234 studio12345 xiaoming123 beijing2008 beijing123 shanghai123 doctor1234 yisheng123 yiyuan1234
mima123456 qq123456789 wang123456 zhang123456 li123456789 chen123456`.split(/\s+/),
);

/** True for what an attacker tries first. */
export const isCommonPassword = (plain: string): boolean => COMMON.has(plain);
