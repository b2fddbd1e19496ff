// Runs in a world of its own beside the page's scripts: measures the page, opens what stands closed, and writes it down flat.
// Getters are taken from the prototypes: a form's controls would else hide them behind their names.
(() => {
  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (node) => get.call(node);
  };
  const childNodes = getter(Node.prototype, "childNodes");
  const textContent = getter(Node.prototype, "textContent");
  const attributes = getter(Element.prototype, "attributes");
  const localName = getter(Element.prototype, "localName");
  const shadowRoot = getter(Element.prototype, "shadowRoot");
  const contentDocument = getter(HTMLIFrameElement.prototype, "contentDocument");
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE; // not instanceof: a frame's elements are of its own world
  const attribute = (node, name) => Element.prototype.getAttribute.call(node, name);

  const SHOWS_NOTHING = new Set(["style", "template", "noscript", "svg", "canvas", "video", "audio"]);
  const NAVIGATION = new Set(["nav", "header", "footer", "aside"]);
  const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
  const BUTTONS = new Set(["button", "summary"]);
  // What a button says, or is labelled, that shows more of a schema, where it does not say so by aria-expanded.
  const SHOWS = /^(show|view|expand|toggle)\b.{0,30}\b(attributes|properties|parameters|fields|schema|details|more|all)$|^(schema|model|show|expand)$/i;

  const STATUS = /^[1-5](\d\d|XX)\b/;
  const TEMPLATED = /\{[^}]*\}|:[A-Za-z_]\w*|<[^>]*>/g;
  const PATH = /^([A-Z]+|[a-z]+)?(https?:)?\//;

  // The nodes below a node as a browser shows them: shadow roots for their hosts, assigned nodes for slots, frames' documents.
  const below = (node) => {
    if (isElement(node)) {
      const root = shadowRoot(node);
      if (root) return childNodes(root);
      if (localName(node) === "slot" && node.assignedNodes().length) return node.assignedNodes();
      if (localName(node) === "iframe") return contentDocument(node)?.body ? [contentDocument(node).body] : [];
    }
    return childNodes(node);
  };
  const isSilent = (node) => SHOWS_NOTHING.has(localName(node));

  function* elements(isLeftOut) {
    const stack = [document.documentElement];
    while (stack.length) {
      const node = stack.pop();
      if (!node || !isElement(node) || isLeftOut(node)) continue;
      yield node;
      const inner = below(node);
      for (let at = inner.length - 1; at >= 0; at -= 1) stack.push(inner[at]);
    }
  }

  // How many elements the page shows; null while it is still being parsed.
  const size = () => {
    if (document.readyState === "loading") return null;
    let count = 0;
    for (const _ of elements(isSilent)) count += 1;
    return count;
  };

  const touched = new WeakSet();
  const expanded = (node) => attribute(node, "aria-expanded");
  const leads = (node) => localName(node) === "a" && attribute(node, "href") && !attribute(node, "href").startsWith("#");
  const submits = (node) => localName(node) === "button" && node.form && node.type !== "button";
  const says = (node) => {
    const role = attribute(node, "role");
    if (!BUTTONS.has(localName(node)) && role !== "button" && role !== "tab") return false;
    const text = textContent(node).slice(0, 80).replace(/\s+/g, " ").trim();
    const label = (attribute(node, "aria-label") ?? "").trim();
    return SHOWS.test(text) || SHOWS.test(label) || /^expand\b/i.test(label) || (role !== "tab" && STATUS.test(text));
  };
  // Whether the part that a button says to be closed is shown all the same: some open it at first, and say nothing of it.
  const showsItsPart = (node) => {
    const id = attribute(node, "role") === "tab" ? null : attribute(node, "aria-controls");
    const part = id && node.getRootNode().getElementById?.(id);
    return part && textContent(part).trim() && Element.prototype.getBoundingClientRect.call(part).height > 0;
  };
  const isClosed = (node) =>
    node instanceof HTMLElement && !touched.has(node) && !leads(node) && !submits(node) && !node.disabled &&
    !attribute(node, "aria-haspopup") &&
    (expanded(node) === "false" ? !showsItsPart(node) : expanded(node) !== "true" && says(node));
  const isNavigation = (node) => isSilent(node) || NAVIGATION.has(localName(node)) || attribute(node, "role") === "navigation";

  const around = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const kind = (node) => [node, around(node)].map((it) => it && `${localName(it)}.${attribute(it, "class")}`).join();
  const isSmall = (node) => node.childElementCount < 20 && [...node.children].every((child) => !child.childElementCount);
  const pathIn = (node) => (isSmall(node) ? textContent(node).slice(0, 400).replace(/[\s\u200b]/g, "").replace(TEMPLATED, "{}") : "");

  // The parts of the page around an operation's path, each up to where the same kind of mark names another path.
  const partsAbout = (path, inside) => {
    const wanted = path.replace(TEMPLATED, "{}");
    const marks = inside.map((node) => [node, pathIn(node)]).filter(([, text]) => PATH.test(text));
    const own = marks.filter(([, text]) => text.endsWith(wanted)).map(([node]) => node);
    const kinds = new Set(own.map(kind));
    const others = new Set();
    for (const [node, text] of marks) {
      if (text.endsWith(wanted) || !kinds.has(kind(node))) continue;
      for (let it = node; it && !others.has(it); it = around(it)) others.add(it);
    }
    return new Set(own.map((node) => {
      let part = node;
      for (let it = node; it && !others.has(it); it = around(it)) part = it;
      return part;
    }));
  };
  const isIn = (parts) => (node) => {
    for (let it = node; it; it = around(it)) if (parts.has(it)) return true;
    return false;
  };

  // Many tabs change when the mouse goes down, and take no notice of a click.
  const press = (node) => node.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true, button: 0 }));

  // Clicks. A part without aria-expanded may have stood open already: where the page shrinks, it is clicked once more.
  const click = async (node) => {
    const before = expanded(node) === null ? size() : 0;
    touched.add(node);
    for (let clicks = 0; clicks < 2 && (clicks === 0 || size() < before); clicks += 1) {
      if (attribute(node, "role") === "tab") press(node);
      HTMLElement.prototype.click.call(node);
      await new Promise((done) => setTimeout(done));
    }
  };

  // Opens closed parts outside navigation and returns how many; where there are more than so many, only those about a path.
  // What stood open stays open: a group of which only one part can be open keeps the one it had.
  const open = async (most, path) => {
    const inside = [...elements(isNavigation)];
    let closed = inside.filter(isClosed);
    if (closed.length > most) closed = closed.filter(isIn(partsAbout(path, inside))).slice(0, most);
    for (const node of inside) if (localName(node) === "details" && !node.open) node.open = true;
    const opened = inside.filter((node) => expanded(node) === "true");
    for (const node of closed) {
      if (!node.isConnected || !isClosed(node)) continue;
      await click(node);
      const shut = opened.find((other) => other.isConnected && expanded(other) === "false");
      if (shut) await click(shut);
      if (expanded(node) === "true") opened.push(node);
    }
    return closed.length;
  };

  const escaped = (text) => text.replace(/[&<>\u00a0"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", '"': "&quot;" })[c]);
  const startTag = (node, name) => {
    let tag = `<${name}`;
    for (const { name: key, value } of attributes(node)) if (key !== "srcdoc") tag += ` ${key}="${escaped(value)}"`;
    return `${tag}>`;
  };
  const written = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [escaped(node.data)];
    if (!isElement(node) || isSilent(node)) return [];
    const name = localName(node);
    if (name === "slot") return [below(node)];
    if (name === "script") return [startTag(node, name), textContent(node).replace(/<\/script/gi, "<\\/script"), "</script>"];
    if (VOID.has(name)) return [startTag(node, name)];
    const shown = name === "iframe" || (name === "body" && node.ownerDocument !== document) ? "div" : name;
    return [startTag(node, shown), below(node), `</${shown}>`];
  };

  // The page as HTML with shadow roots and frames in their places, or null where it would be longer than the limit.
  const flat = (limit) => {
    const parts = ["<!DOCTYPE html>"];
    const stack = [document.documentElement];
    for (let length = 0; stack.length; ) {
      const item = stack.pop();
      if (typeof item === "string") {
        parts.push(item);
        length += item.length;
        if (length > limit) return null;
      } else if (item.nodeType) {
        stack.push(...written(item).reverse());
      } else {
        for (let at = item.length - 1; at >= 0; at -= 1) stack.push(item[at]);
      }
    }
    return parts.join("");
  };

  globalThis.driftgate = { size, open, flat };
})();
