using Catalog.Shell.Exports;

namespace Catalog.Engine.Tests.Shell.Exports;

public sealed class ReportPlanTests
{
    [Theory]
    [InlineData(null, 7, "2030-01-01T06:59:59Z", "2030-01-01T07:00:00Z")]
    [InlineData(null, 7, "2030-01-01T07:00:00Z", "2030-01-02T07:00:00Z")]
    [InlineData(null, 0, "2030-12-31T23:59:59Z", "2031-01-01T00:00:00Z")]
    [InlineData(DayOfWeek.Monday, 8, "2030-01-01T00:00:00Z", "2030-01-07T08:00:00Z")]
    [InlineData(DayOfWeek.Tuesday, 8, "2030-01-01T00:00:00Z", "2030-01-01T08:00:00Z")]
    [InlineData(DayOfWeek.Tuesday, 8, "2030-01-01T08:00:00Z", "2030-01-08T08:00:00Z")]
    [InlineData(DayOfWeek.Sunday, 23, "2030-01-06T22:00:00Z", "2030-01-06T23:00:00Z")]
    public void The_next_time_is_the_first_after_now(DayOfWeek? weekday, int hour, string now, string next)
    {
        long nextMs = Plan(weekday, hour).NextAfter(Ms(now));
        Assert.Equal(next, DateTimeOffset.FromUnixTimeMilliseconds(nextMs).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    [Fact]
    public void From_one_time_to_the_next_is_a_period()
    {
        foreach (DayOfWeek? weekday in new DayOfWeek?[] { null, DayOfWeek.Wednesday })
        {
            ReportPlan plan = Plan(weekday, 5);
            long at = plan.NextAfter(Ms("2030-02-27T11:00:00Z"));
            for (int i = 0; i < 400; i++)
            {
                long next = plan.NextAfter(at);
                Assert.Equal(plan.PeriodMs, next - at);
                at = next;
            }
        }
    }

    private static long Ms(string time) => DateTimeOffset.Parse(time, null).ToUnixTimeMilliseconds();

    private static ReportPlan Plan(DayOfWeek? weekday, int hour) => new()
    {
        Id = 1,
        UserId = 1,
        Source = "s",
        Arguments = ExportArguments.None,
        Format = ExportFormat.Csv,
        Title = "t",
        Weekday = weekday,
        HourUtc = hour,
        Recipients = [],
    };
}
