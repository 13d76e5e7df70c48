// ค่าของแผนภูมิเมื่อชี้หรือกด Tab ไปถึง; ไม่มีสคริปต์ก็อ่านได้ครบจากตารางใต้แผนภูมิ
(function () {
  "use strict";
  var tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  (document.querySelector("main") || document.body).appendChild(tip);
  function show(mark) {
    var box = mark.getBoundingClientRect();
    tip.textContent = mark.getAttribute("data-tip");
    tip.hidden = false;
    var left = Math.min(box.left + box.width / 2, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = Math.max(8, left) + window.scrollX + "px";
    tip.style.top = Math.max(4, box.top - tip.offsetHeight - 6) + window.scrollY + "px";
  }
  function hide() { tip.hidden = true; }
  document.querySelectorAll("figure svg [data-tip]").forEach(function (mark) {
    mark.ownerSVGElement.setAttribute("role", "group");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", mark.getAttribute("data-tip"));
    mark.setAttribute("tabindex", "0");
    mark.addEventListener("mouseenter", function () { show(mark); });
    mark.addEventListener("focus", function () { show(mark); });
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("blur", hide);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();
