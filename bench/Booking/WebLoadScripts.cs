namespace Catalog.Bench.Booking;

/// <summary>What runs in the page to measure it.</summary>
internal static class WebLoadScripts
{
    /// <summary>Notes what the browser's own observers report.</summary>
    public const string Observe =
        """
        const seen = (window.seen = { paint: 0, longest: 0, longTasks: 0, shift: 0, input: 0 });
        const observe = (type, take, more) =>
          new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
        observe("largest-contentful-paint", (entry) => (seen.paint = entry.startTime));
        observe("longtask", (entry) => {
          seen.longTasks += 1;
          seen.longest = Math.max(seen.longest, entry.duration);
        });
        observe("layout-shift", (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
        observe("event", (entry) => (seen.input = Math.max(seen.input, entry.duration)), { durationThreshold: 16 });
        """;

    /// <summary>Scrolls 60 px a frame and gives the time from each frame to the next, in milliseconds.</summary>
    public const string Scroll =
        """
        (frames) => new Promise((done) => {
          const list = document.querySelector("[role=table]");
          const gaps = [];
          let before;
          const step = (now) => {
            if (before !== undefined) gaps.push(now - before);
            before = now;
            list.scrollTop += 60;
            if (gaps.length < frames) requestAnimationFrame(step);
            else done(gaps);
          };
          requestAnimationFrame(step);
        })
        """;
}
