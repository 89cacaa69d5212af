import { day, placeNamed, type Teller } from "./teller.ts";

const minute = 60_000;

/** F4: found at seven, listed by two, back in a quarter of an hour; the next day a silk banner. */
export async function handbagStory(teller: Teller): Promise<void> {
  const found = teller.ago(8, "07:00");
  const bag = await teller.open(found + 2 * minute, "handler3", "lost-property", "report", {
    kind: "bag",
    item: "女式手提包一个",
    place: placeNamed("站前路和中州路丁字路口附近"),
    foundAt: found,
    keeperUnit: "jiefang-sanitation",
  });
  await teller.act(
    found + 7 * minute,
    "keeper1",
    bag,
    "takeIn",
    {
      contents: [
        { what: "手机", count: 1, remark: "红色外壳" },
        { what: "现金（元）", count: 360 },
        { what: "银行卡", count: 2 },
        { what: "钥匙", count: 3 },
      ],
      storage: "环卫处办公室保险柜",
      question: "手机壳是什么颜色？",
      witnesses: ["keeper2"],
    },
    [teller.photo("06010", "after", "reference")],
  );
  await teller.act(found + 9 * minute, "officer3", bag, "logCall", { caller: "失主", said: "询问是否拾到手提包。" });
  const claimant = { name: "示例失主", phone: "0391-0000000" };
  await teller.act(found + 12 * minute, "keeper1", bag, "lodgeClaim", { claimant });
  const answer = "问：手机壳是什么颜色？答：红色，与清单相符。";
  await teller.act(found + 15 * minute, "keeper1", bag, "giveBack", { answer, witnesses: ["keeper2"] }, [
    teller.photo("06010", "after", "document"),
  ]);
  const given = teller.ago(7, "15:00");
  const banner = await teller.open(given, "officer3", "commendation", "receive", {
    kind: "banner",
    from: "失主",
    words: "拾金不昧　品德高尚",
    unit: "jiefang-sanitation",
    about: bag,
    givenAt: given - 30 * minute,
  });
  await teller.act(given + day, "evaluator1", banner, "confirm", {});
}

/** Other finds: one announced, one that waits to be listed. */
export async function findsStory(teller: Teller): Promise<void> {
  const found = teller.ago(3, "08:20");
  const keys = await teller.open(found + 5 * minute, "collector1", "lost-property", "report", {
    kind: "keys",
    item: "钥匙一串",
    place: placeNamed("征云礼堂"),
    foundAt: found,
    keeperUnit: "jiefang-sanitation",
  });
  const listed = {
    contents: [
      { what: "钥匙", count: 4 },
      { what: "门禁卡", count: 1, remark: "蓝色" },
    ],
    storage: "环卫处办公室保险柜",
    question: "钥匙扣是什么样子？",
    witnesses: ["keeper1"],
  };
  await teller.act(found + 40 * minute, "keeper2", keys, "takeIn", listed, [
    teller.photo("06010", "after", "reference"),
  ]);
  await teller.act(found + 90 * minute, "keeper2", keys, "announce", {});
  const seen = teller.ago(0, "07:40");
  await teller.open(seen, "handler3", "lost-property", "report", {
    kind: "papers",
    item: "证件卡包一个",
    place: placeNamed("解放路宏光农贸市场对面方圆酒店门口"),
    foundAt: seen - 10 * minute,
    keeperUnit: "jiefang-sanitation",
  });
}

/** F5: somebody fell, was helped, and the family came. No word of their health. */
export async function riderStory(teller: Teller): Promise<void> {
  const at = teller.ago(7, "10:20");
  const place = placeNamed("解放路宏光农贸市场对面方圆酒店门口");
  const told = { kind: "fall", called: "family", place, account: "骑车人摔倒，队员扶起并陪同等候。", helpedAt: at };
  const no = await teller.open(at + 5 * minute, "handler4", "help-event", "log", told);
  await teller.act(at + 120 * minute, "officer4", no, "settle", { outcome: "家属已到场接走。" });
  await teller.open(teller.ago(1, "16:10"), "handler1", "help-event", "log", { kind: "lost", called: "police" });
}

/** F13: badly parked vehicles put straight on the spot; one is questioned. */
export async function streetStory(teller: Teller): Promise<void> {
  const done = [teller.photo("09010", "before", "before"), teller.photo("09010", "after", "after")];
  const spots = [
    "康宁路与解放路交叉口北500米路东",
    "康宁路与翠竹街交叉口北70米路西",
    "春晖路翠湖小区3号楼东侧",
    "解放路与明德路交叉口东55米路南",
    "和平街与文化巷交叉口",
  ];
  const doers = ["officer5", "officer5", "officer5", "handler4", "handler1"];
  const numbers: string[] = [];
  for (const [at, spot] of spots.entries()) {
    const input = { place: placeNamed(spot), description: "路边非机动车随意停放，已规整。", type: "09010" };
    const login = doers[at] ?? "officer5";
    numbers.push(await teller.open(teller.ago(5 - at, "09:40"), login, "street-order", "record", input, done));
  }
  const [, , doubted = ""] = numbers;
  await teller.act(teller.ago(2, "11:00"), "shift1", doubted, "question", { reason: "两张照片角度不同，请说明。" });
}

/** Praise that waits to be checked. */
export async function praiseStory(teller: Teller): Promise<void> {
  const at = teller.ago(1, "14:20");
  await teller.open(at, "enterprise1", "commendation", "receive", {
    kind: "letter",
    from: "示例物流园有限公司",
    words: "感谢市政设施管理所连夜修补园区门前道路。",
    unit: "municipal-office",
    givenAt: at - 60 * minute,
  });
}
