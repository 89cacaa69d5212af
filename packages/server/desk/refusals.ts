import { problem } from "../http/index.ts";

/** The desk's ways to say no, as problem answers. */
export const noFilter = () =>
  problem(404, "not-found", {
    zh: "没有这个筛选方案，或您无权修改",
    en: "There is no such filter, or it is not yours to change",
  });

export const noPhrase = () =>
  problem(404, "not-found", {
    zh: "没有这条常用语，或您无权删除",
    en: "There is no such phrase, or it is not yours to delete",
  });

export const foreignUnit = () => {
  const message = {
    zh: "您不能以该单位的名义共享",
    en: "You can not share in this unit's name",
  };
  return problem(403, "foreign-unit", message, [{ field: "/unit", message }]);
};

export const tooMany = (most: number) =>
  problem(422, "too-many", {
    zh: `最多可保存 ${most} 条，请先删除不用的`,
    en: `At most ${most} can be kept; delete some that you no longer use`,
  });

export const zeroByte = () =>
  problem(422, "invalid-input", {
    zh: "输入中含有无法保存的控制字符",
    en: "The input holds a control character that can not be stored",
  });
