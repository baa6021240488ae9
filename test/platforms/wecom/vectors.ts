import type { CallbackKeys } from '../../../src/platforms/wecom/config.ts';

/** Tokens and keys of WeCom's own published samples; they open nothing. */
const A: CallbackKeys = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' };
const B: CallbackKeys = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  aesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
};
const C: CallbackKeys = { token: 'pamtest', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };

/** One callback as WeCom's samples and tests show it. */
export interface Vector {
  readonly name: string;
  readonly keys: CallbackKeys;
  readonly receiveId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly encrypted: string;
  readonly plain: string;
}

/** V1–V6: samples of WeCom's in four languages; V7: a test of its library; D1–D4: derived, for the bot's empty receiver. */
export const VECTORS: readonly Vector[] = [
  {
    name: 'V1, verification',
    keys: A,
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659589',
    nonce: '263014780',
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    plain: '1616140317555161061',
  },
  {
    name: 'V2, XML with CDATA, padding 30',
    keys: A,
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    plain:
      '<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>',
  },
  {
    name: 'V3, verification',
    keys: B,
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1476416373',
    nonce: '47744683',
    signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb',
    encrypted: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
    plain: '1288432023552776189',
  },
  {
    name: 'V4, XML without CDATA, Chinese, padding 22',
    keys: B,
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1476422779',
    nonce: '1597212914',
    signature: '0c3914025cb4b4d68103f6bfc8db550f79dcf48e',
    encrypted:
      'Kl7kjoSf6DMD1zh7rtrHjFaDapSCkaOnwu3bqLc5tAybhhMl9pFeK8NslNPVdMwmBQTNoW4mY7AIjeLvEl3NyeTkAgGzBhzTtRLNshw2AEew+kkYcD+Fq72Kt00fT0WnN87hGrW8SqGc+NcT3mu87Ha3dz1pSDi6GaUA6A0sqfde0VJPQbZ9U+3JWcoD4Z5jaU0y9GSh010wsHF8KZD24YhmZH4ch4Ka7ilEbjbfvhKkNL65HHL0J6EYJIZUC2pFrdkJ7MhmEbU2qARR4iQHE7wy24qy0cRX3Mfp6iELcDNfSsPGjUQVDGxQDCWjayJOpcwocugux082f49HKYg84EpHSGXAyh+/oxwaWbvL6aSDPOYuPDGOCI8jmnKiypE+',
    plain:
      '<xml><ToUserName>ww1436e0e65a779aee</ToUserName><FromUserName>ChenJiaShun</FromUserName><CreateTime>1476422779</CreateTime><MsgType>text</MsgType><Content>你好</Content><MsgId>1456453720</MsgId><AgentID>1000002</AgentID></xml>',
  },
  {
    name: 'V5, JSON',
    keys: B,
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: 'e3647471e395139e2308c1fa963f2d648a00b90e',
    encrypted:
      'cjhLUX7UU4yCSelv1vz7T0zT8huF51bAMVWriNvO1FMegHrQZNrtvRxbwf0fUPsFvwqR0U0fgiJNEA5Y30F2MoI2S7vv3EjVQ68C0cjw9frBoUE2Hj0BvFp9h3u6Vbsg4lc1C8AtHdaN8orKuNKkLRLuYEL52R1J3v8olJGZRLnRdVKIivixmX/eQpzgeExtp20jI1HxRP1AAZ6xZoILdqDPO549LO4WeG+685JRUTdiwcY5fjZlqeMxuT4PpMn1X9OWsS7NRj06Wa5E3Tvg4twjWp39KPfOdRte6P1T4JU=',
    plain:
      '{ "ToUserName": "wx5823bf96d3bd56c7", "FromUserName": :mycreate", "CreateTime": 1409659813, "MsgType": "text", "Content": "hello", "MsgId": 4561255354251345929, "AgentID": 218}',
  },
  {
    name: 'V6, JSON',
    keys: A,
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: '1f3153b7abd0ba99b4ab2e57fac2376110d03a3c',
    encrypted:
      'pvXgeha3nZ7UQ2DG3WD3IVsNJR38QVl1+h+wmLQHIAwEG3Jey2aTZtvAWzhEZ9JEKGwIUMBWX3JlUhfo7O7WbvI10vHIsdSNr1nr3LuOwAfnwLJAMQNDxi5tHUl08Op59jxOL73r8+g60KOxMTaFwXzlr9Yxgq5ey5nzNb/2vDjjvDZNXkJVmL/XWnv6PXrVbTpNxphqWRv2BpPYqvwRMkHgdFliatljMVlkkRHS40FOHmtBhj/4RXtIexfDx8opBXwi0L9RTlYNQzGx+FA+74xVHG7Le/pmNDwc2Ri5mbw=',
    plain:
      '{ "ToUserName": "wx5823bf96d3bd56c7", "FromUserName": :mycreate", "CreateTime": 1409659813, "MsgType": "text", "Content": "hello", "MsgId": 4561255354251345929, "AgentID": 218}',
  },
  {
    name: "V7, a test of the scheme's own",
    keys: C,
    receiveId: 'wxb11529c136998cb6',
    timestamp: '1409304348',
    nonce: 'xxxxxx',
    signature: '82c962d39941aa48552f90ef55aa323dc620cc10',
    encrypted: 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==',
    plain: '我是中文abcd123',
  },
  {
    name: 'D1, a whole block of padding',
    keys: A,
    receiveId: '',
    timestamp: '1700000000',
    nonce: 'nonce-d1',
    signature: '2548018f83b33bebce73c117524ae22e83ea2aeb',
    encrypted: 'sKqRbbiSUnDhFHOvPjtUMfZWFN+iP2sJbgI9II9ErJ5/p1HEGNFXwrhVxPXsNID4Rjhq54182HzONpICgWvEHA==',
    plain: 'hello aibot!',
  },
  {
    name: 'D2, padding 18',
    keys: A,
    receiveId: '',
    timestamp: '1700000001',
    nonce: 'nonce-d2',
    signature: 'c2a7a55792ed4c9fc066796284e077116362455d',
    encrypted:
      'P9TP8OO8ZpJE35Ha/87+5NXoqaq5um3fWvXSpH5HYbNP6o+ZNS0gdn/jc2eNEx07wb01oYck4auBb7dYP7oWAysvWlNlXidlLfTW5SKyOO4J3sNEJn+vypvBjO8BXrEyRRd9o9iJpT/GkDFd+MfMfsR+KzF6R03XiwwiacG8moBMiujJPJa+R3fjH4ev7zParxUMjW79guTS78BQuKCnpXqFZLn+lvAHyYWnOh92qM0kpBwn8JcFo7VJSoCOIOd0',
    plain:
      '{"msgid":"m-1","aibotid":"bot","chatid":"wrAbC","chattype":"group","from":{"userid":"zhangsan"},"msgtype":"text","text":{"content":"@招商助手 /help"}}',
  },
  {
    name: 'D3, padding 25',
    keys: A,
    receiveId: '',
    timestamp: '1700000002',
    nonce: 'nonce-d3',
    signature: '8e90eec01e68a2ae48365c2941b9f2c2dc4bf587',
    encrypted:
      'ZA4HuQypHxnRrA+A6SOHGHzuBBHBf7H7WcW+7c/Qfg4rvwMzWN8IKZinqW+6yzC1Z4++Rkf1GD0wGDzYc9RpsRWMn9S6VPu3Hfm7T9gEvv5oq/hlvIK8351mSJU0IN5hTrC9vnGZZp2SQIhT6Puhwuv72kVV0cESvh9oOhPK6sc=',
    plain: '{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"项目已登记"}}',
  },
  {
    name: 'D4, an empty message',
    keys: A,
    receiveId: '',
    timestamp: '1700000003',
    nonce: 'nonce-d4',
    signature: '0fe9fd24a6b4f8502e2cccbd1cbb3f1a8454e146',
    encrypted: 'sKqRbbiSUnDhFHOvPjtUMUuiuAPjcwNuCLX5gwzl23Q=',
    plain: '',
  },
];
