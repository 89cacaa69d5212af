/** What a demo case is about: its type, its words, and how its pictures look before and after. */
export interface Scene {
  readonly type: string;
  readonly texts: readonly string[];
  /** SVG of the thing as found and as put right, drawn over a street. */
  readonly before: string;
  readonly after: string;
  readonly result: string;
  readonly weight: number;
}

const wall = `<rect width="640" height="300" fill="#d9d2c5"/><g stroke="#c4bba9" stroke-width="2">${Array.from({ length: 8 }, (_, row) => `<path d="M0 ${row * 40}H640"/>`).join("")}</g><rect y="300" width="640" height="180" fill="#9a9a98"/>`;
const road = `<rect width="640" height="480" fill="#b9d3e8"/><rect y="150" width="640" height="60" fill="#8fae7c"/><path d="M0 210H640V480H0Z" fill="#77797c"/><g fill="#f4f2e8"><rect x="40" y="330" width="90" height="10"/><rect x="240" y="330" width="90" height="10"/><rect x="440" y="330" width="90" height="10"/></g>`;
const pavement = `<rect width="640" height="200" fill="#cfd8dc"/><rect y="200" width="640" height="280" fill="#b8b0a4"/><g stroke="#a49c90" stroke-width="2">${Array.from({ length: 8 }, (_, at) => `<path d="M${at * 90 - 40} 480L${at * 80 + 40} 200"/>`).join("")}<path d="M0 290H640M0 380H640"/></g>`;

const posters = [90, 230, 330, 470]
  .map(
    (x, at) =>
      `<g transform="rotate(${at % 2 ? 4 : -3} ${x} 150)"><rect x="${x}" y="${90 + (at % 3) * 30}" width="86" height="112" fill="${["#fff7c9", "#ffe1e1", "#e3f2ff", "#fff"][at]}" stroke="#999"/><path d="M${x + 10} ${120 + (at % 3) * 30}h66M${x + 10} ${140 + (at % 3) * 30}h50M${x + 10} ${160 + (at % 3) * 30}h60" stroke="#c0392b" stroke-width="6"/></g>`,
  )
  .join("");
const hole = `<path d="M210 350q40-50 130-40t110 40q-30 60-130 60T210 350Z" fill="#3e3f42"/><path d="M240 352q40-28 100-22t80 24q-30 32-96 32t-84-34Z" fill="#2a2b2d"/>`;
const patch = `<path d="M200 312h260v100H200Z" fill="#5d5f62" stroke="#8b8d90" stroke-width="3"/>`;
const litter = `<g fill="#6d7f3a"><ellipse cx="260" cy="380" rx="70" ry="34"/><ellipse cx="350" cy="392" rx="80" ry="40"/></g><g fill="#e8e3d8"><rect x="230" y="350" width="40" height="28" transform="rotate(-14 250 360)"/><rect x="330" y="352" width="54" height="30" transform="rotate(9 350 360)"/></g><circle cx="400" cy="380" r="14" fill="#3c7dbf"/>`;
const bicycle = (x: number, turn: number) =>
  `<g transform="translate(${x} 330) rotate(${turn})" stroke="#2c3e50" stroke-width="5" fill="none"><circle r="30"/><circle cx="88" r="30"/><path d="M0 0L34 -46H70L88 0M34 -46L44 0H0M70 -46L64 -62H50"/></g>`;
const messy = [80, 190, 300, 400, 500].map((x, at) => bicycle(x, [14, -28, 40, -12, 24][at] ?? 0)).join("");
const tidy = [60, 180, 300, 420].map((x) => bicycle(x, 0)).join("");
const manhole = `<ellipse cx="320" cy="350" rx="92" ry="44" fill="#1f2022"/><ellipse cx="320" cy="346" rx="92" ry="44" fill="none" stroke="#b0b3b6" stroke-width="8"/>`;
const cover = `<ellipse cx="320" cy="350" rx="92" ry="44" fill="#55585c" stroke="#b0b3b6" stroke-width="8"/><path d="M250 350h140M320 318v64" stroke="#77797c" stroke-width="5"/>`;
const stall = `<path d="M180 220h280l30 60H150Z" fill="#c94f4f"/><rect x="190" y="280" width="260" height="110" fill="#8b5e3c"/><g fill="#e9b44c"><circle cx="230" cy="276" r="16"/><circle cx="270" cy="276" r="16"/><circle cx="310" cy="276" r="16"/></g>`;
const lamp = (on: boolean) =>
  `<path d="M300 470V120h90" stroke="#4d545b" stroke-width="12" fill="none"/><path d="M370 118h60l10 22h-80Z" fill="${on ? "#ffe9a0" : "#2f3338"}"/>${on ? '<path d="M362 142L290 460h230L442 142Z" fill="#fff3c4" opacity="0.35"/>' : ""}`;

/** Frequent things, more often; every type exists in the catalogue (a test says so). */
export const scenes: readonly Scene[] = [
  {
    type: "07001",
    texts: ["商铺违规张贴广告", "墙面粘贴非法小广告多处", "楼道口喷涂小广告", "电线杆上张贴招聘小广告"],
    before: wall + posters,
    after: wall,
    result: "小广告已清除，墙面已恢复",
    weight: 18,
  },
  {
    type: "06013",
    texts: ["路面坑洼，雨后积水", "慢车道破损约 1 平方米", "沥青路面开裂、松散"],
    before: road + hole,
    after: road + patch,
    result: "破损路面已修补平整",
    weight: 10,
  },
  {
    type: "06010",
    texts: ["绿化带内有暴露垃圾", "路边堆放生活垃圾一处", "树坑内有散落垃圾"],
    before: pavement + litter,
    after: pavement,
    result: "垃圾已清运，地面已清扫",
    weight: 16,
  },
  {
    type: "09010",
    texts: ["共享单车乱停放占用盲道", "非机动车摆放无序", "电动车停放占压人行道"],
    before: pavement + messy,
    after: pavement + tidy,
    result: "车辆已规整，盲道已让出",
    weight: 14,
  },
  {
    type: "01002",
    texts: ["污水井盖缺失，存在安全隐患", "井盖破损、晃动"],
    before: road + manhole,
    after: road + cover,
    result: "已更换新井盖并加固",
    weight: 5,
  },
  {
    type: "09001",
    texts: ["流动摊点占道经营", "路口无照经营游商两处"],
    before: pavement + stall,
    after: pavement,
    result: "已劝离摊点并清理地面",
    weight: 12,
  },
  {
    type: "01037",
    texts: ["路灯不亮", "路灯一组三盏夜间不亮"],
    before: road + lamp(false),
    after: road + lamp(true),
    result: "已更换灯具，恢复照明",
    weight: 5,
  },
  {
    type: "09005",
    texts: ["沿街商户店外经营", "店外摆放货架占用人行道"],
    before: pavement + stall + litter,
    after: pavement,
    result: "商户已将物品收回店内",
    weight: 8,
  },
];

/** One picture as a stand-alone SVG. No letters: a machine may have no Chinese font. */
export function picture(scene: Scene, moment: "before" | "after", shift: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="${shift} ${shift / 2} ${640 - 2 * shift} ${480 - 1.5 * shift}">${moment === "before" ? scene.before : scene.after}</svg>`;
}
