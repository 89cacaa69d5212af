import type { CrossingShape, Relation } from "../reading.ts";
import { Trie } from "../trie.ts";

export type Mark =
  | { readonly is: "meet"; readonly shape: CrossingShape }
  | { readonly is: "relation"; readonly relation: Relation }
  | { readonly is: "between" }
  | { readonly is: "segment" }
  | { readonly is: "vague" }
  | { readonly is: "bank"; readonly bank?: "left" | "right" }
  | { readonly is: "middle" }
  | { readonly is: "gate" }
  | { readonly is: "pole" }
  | { readonly is: "plain" };

/** Words that tell how a place stands to a name, and plain words between which names stand. None of them is part of a name. */
export const marks = new Trie<Mark>();

function add(mark: Mark, words: string): void {
  for (const word of words.trim().split(/\s+/)) marks.add(word, mark);
}

export const poleWords: readonly string[] =
  "灯杆 路灯杆 路灯灯杆 电线杆 电杆 线杆 路灯 信号灯杆 监控杆 高杆灯 灯柱 路灯柱 水泥杆 通信杆 通讯杆 电力杆 标志杆 电话杆 高压杆 杆 水泥电杆 水泥电线杆 太阳能路灯 照明灯杆 庭院灯".split(
    " ",
  );

add({ is: "meet", shape: "crossroads" }, "十字路口 十字口 十字街口 十字 十子路口 十字交叉口 十字交叉路口");
add(
  { is: "meet", shape: "tee" },
  `丁字路口 丁字口 丁字街口 丁字形路口 丁字型路口 丁子路口 t字路口 t字型路口 t字形路口 t型路口 t形路口 t字口 t型口 三岔路口 三叉路口 三岔口 三叉口 三叉路 三岔路
  丁字交叉口 丁字型交叉口 t型交叉口 t字交叉口`,
);
add(
  { is: "meet", shape: "roundabout" },
  "环岛 环岛路口 环岛处 转盘 大转盘 转盘路口 转盘处 环形路口 环形交叉口 交通环岛 环岛交叉口 圆盘 大圆盘",
);
add({ is: "meet", shape: "overpass" }, "立交桥 立交 互通立交 互通 立交桥口 立交路口 立交桥处");
add(
  { is: "meet", shape: "meeting" },
  `交叉口 交叉路口 交叉路囗 交叉囗 路口 路囗 交汇处 交汇口 交汇路口 交汇点 交汇 交会处 交会口 交会 交口 交口处 交界处 交界口 交界路口 交界 交接处 交接口 交接路口 交接
  交叉处 交叉点 交叉 交叉街口 叉口 岔口 岔路口 叉路口 交岔口 交岔路口 交差口 交义口 交错口 相交处 相交路口 相交 相交的路口 红绿灯路口 红绿灯处 红绿灯口 红绿灯 信号灯路口
  转角处 拐角处 拐弯处 转弯处 汇合处 连接处 衔接处 接壤处 街口 路口处 交叉口处 十字道口`,
);

add(
  { is: "relation", relation: "opposite" },
  "对面 对过 斜对面 正对面 对侧 对门 正对过 斜对过 对面处 马路对面 路对面 街对面",
);
add(
  { is: "relation", relation: "entrance" },
  "门口 大门口 正门口 门口处 门前 门前头 大门前 正门前 门外 大门外 入口 入口处 出入口 出入口处 出口 出口处 出站口 进站口 地铁口 村口 院门口 门前处",
);
add(
  { is: "relation", relation: "beside" },
  "旁边 旁 旁侧 边上 隔壁 近旁 旁边处 路旁 路边 街边 道边 侧旁 毗邻 紧邻 旁边的",
);
add(
  { is: "relation", relation: "near" },
  "附近 附近处 周边 周围 一带 左近 不远处 近处 跟前 附近区域 周边区域 附近位置 附近地区",
);
add({ is: "relation", relation: "behind" }, "后面 后边 后方 背后 后侧 房后 楼后 屋后 北后面 后头");
add({ is: "relation", relation: "inFront" }, "前面 前边 前方 前侧 正前方 楼前 前头 店前 门头前");
add({ is: "relation", relation: "under" }, "下面 下方 底下 桥下 桥底 桥底下 桥洞下 桥下面 楼下 下边 桥下处");
add(
  { is: "relation", relation: "inside" },
  "院内 院里 里面 内部 里边 里头 院子里 院子内 楼内 广场上 院中 大厅内 楼道内",
);

add({ is: "between" }, "之间 中间 之间处 之间路段 之间段 间路段 之间的路段");
add({ is: "segment" }, "段 路段 全段 全线 沿线 区间 区段 全路段 沿路 一段 路段处 段处");
add(
  { is: "vague" },
  "两侧 两边 双侧 东西两侧 南北两侧 东西侧 南北侧 两旁 路两侧 路两边 道路两侧 道路两旁 道路两边 街道两侧 街道两旁 马路两侧 马路两边 街两侧 两侧人行道 沿街两侧 东西两边 南北两边",
);
add({ is: "vague" }, "那里 这里 哪里 那儿 这儿 那边 这边 那块 这块");
add({ is: "bank" }, "岸边 河岸 河边 河畔 沿岸 两岸 河堤 河堤上 堤岸 大堤 堤顶 河坡 岸上 江边 湖边 渠边");
add({ is: "bank", bank: "left" }, "左岸");
add({ is: "bank", bank: "right" }, "右岸");
add({ is: "middle" }, "中段 中部 中间段 中间路段 中段路段");
add({ is: "gate" }, "正门 大门 前门 后门 侧门 大门处 正门处 正大门 门卫处");
add({ is: "pole" }, poleWords.join(" "));

add(
  { is: "plain" },
  `我家住在 我家住 我家在 我家 俺家住 俺家 家住 住在 俺 咱 你们 怎么 为什么 什么 没人管 不管 同志 师傅 领导 诉求 来电人 反映人 有人 有一 有个 有几 有多 有大 有很 有 我在 我 我们 我市 您 你好 您好 在 位于 处于 坐落于 坐落 地处 发现 发现有 看到 看见 见到 目前 现在 现场 巡查 巡查到 巡查时 巡逻 路过 经过 途经 走到 行至 来到 骑车 开车 开到
  报告 反映 反应 举报 投诉 来电 来电反映 来电称 请 请求 希望 建议 要求 帮忙 麻烦 尽快 及时 派人 处理一下 解决 核实 查看 拍摄 拍照 上传 上报 地址 地点 位置 问题 案件 事件 情况 描述 详情 备注 事发地 事发地点 案发地 案发地址 地址是 地点是 位置是 具体位置 具体地址 具体地点 案件位置 发生地
  市民 群众 居民 业主 网友 热心市民 采集员 信息采集员 队员 执法队员 工作人员 环卫工 环卫工人 城管队员 老人 商户 店主 司机 小贩 商贩 摊贩 流动摊贩 流动商贩
  今天 昨天 前天 今早 今晚 昨晚 早上 上午 中午 下午 晚上 凌晨 夜里 夜间 傍晚 每天 每晚 经常 长期 一直 最近 近期 近日 刚才 刚刚 当天 当日
  存在 出现 发生 被 把 是 由于 导致 造成 影响 没有 没人 无人 缺失 丢失 破损 损坏 毁坏 塌陷 沉陷 沉降 坍塌 断裂 裂缝 坑洼 不平 松动 倾斜 倒伏 歪斜 脱落 掉落 堵塞 堵了 堵 不亮 不通 不畅 溢出 外溢 跑水 漏水 冒水 积水 污水 结冰 积雪
  占道 占道经营 占用 店外经营 出店经营 跨门经营 跨门营业 摆摊 摆放 乱摆 乱停 乱放 乱堆 乱扔 乱倒 乱贴 乱挂 乱搭 乱建 乱涂 乱画 违停 违规 违章 违法 违建 私搭 私建 非法 擅自 停放 停车 堆放 堆积 倾倒 抛洒 遗撒 焚烧 露天烧烤 张贴 悬挂 设置 施工 挖掘 噪音 扰民 油烟 粉尘 扬尘
  垃圾 暴露垃圾 生活垃圾 建筑垃圾 装修垃圾 渣土 落叶 杂物 废弃物 井盖 污水井盖 雨水井盖 雨水篦子 雨水箅子 路灯不亮 路面 道路破损 路面破损 路面塌陷 人行道 盲道 便道 车道 机动车道 非机动车道 慢车道 快车道 车行道 行车道 下水道 管道 绿化带 行道树 树木 树枝 花坛 护栏 隔离带 隔离栏 垃圾桶 垃圾箱 果皮箱 公交站亭 候车亭 广告 广告牌 小广告 非法小广告 户外广告 横幅 条幅 灯箱 门头 招牌 电线 线缆 光缆 电缆 共享单车 共享电动车 单车 电动车 自行车 三轮车 汽车违停 轿车 货车 大货车 渣土车 机动车 非机动车 车辆 僵尸车 墙面 墙体 墙上 立面
  道路 马路 公路上 小路 大路 土路 水泥路 柏油路 断头路 走路 过路 修路 堵路 半路 小巷 背街 背街小巷 街面 路政 消防通道 楼道 过道 走道 报道 知道 斑马线 标线 停车线 电话线 高压线 网线 管线 热线 红线 主干道 主路 大街小巷 沿街 临街 沿途
  一个 一处 一名 一位 一辆 一些 一家 一条 一块 一片 一棵 多处 多个 多辆 大量 大面积 少量 几个 两个 三个 两辆 两处 这个 这条 那个 那条 此处 该处 此地 某 某处 约有 共有 正在 已经 已 还 也 又 很 了 啊 吗 呀`,
);
