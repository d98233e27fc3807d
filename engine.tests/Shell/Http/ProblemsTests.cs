using Catalog.Engine.Core.Machines;
using Catalog.Shell.Http;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>The catalogue of problems, and what becomes of a command that was not decided.</summary>
public sealed class ProblemsTests
{
    [Theory]
    [InlineData(ReplyStatus.Busy, 503, "busy", 1)]
    [InlineData(ReplyStatus.KeyReused, 422, "idempotency_key_reused", 0)]
    [InlineData(ReplyStatus.KeyRunning, 409, "idempotency_key_running", 1)]
    [InlineData(ReplyStatus.StorageFull, 507, "storage_full", 30)]
    [InlineData(ReplyStatus.Stopping, 503, "stopping", 5)]
    [InlineData(ReplyStatus.Faulted, 500, "internal_error", 0)]
    [InlineData(ReplyStatus.Moved, 503, "shard_moving", 1)]
    [InlineData(ReplyStatus.Unconfirmed, 503, "unconfirmed", 1)]
    public void Every_way_not_to_be_decided_has_its_problem(ReplyStatus status, int http, string code, int retryAfter)
    {
        ProblemCode problem = Problems.Of(status);
        Assert.Equal((http, code, retryAfter), (problem.Status, problem.Code, problem.RetryAfterSeconds));
    }

    [Fact]
    public void No_status_is_without_a_problem()
    {
        foreach (ReplyStatus status in Enum.GetValues<ReplyStatus>())
        {
            bool isDecided = new Reply<int>(status, 0).HasValue;
            if (isDecided) Assert.Throws<ArgumentOutOfRangeException>(() => Problems.Of(status));
            else Assert.Contains(Problems.Of(status), ProblemCodes.All);
        }
    }

    [Fact]
    public void Codes_are_unique_lower_snake_case_and_all_listed()
    {
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.Select(p => p.Code).Distinct().Count());
        Assert.All(ProblemCodes.All, p => Assert.Matches("^[a-z0-9]+(_[a-z0-9]+)*$", p.Code));
        Assert.All(ProblemCodes.All, p => Assert.InRange(p.Status, 400, 599));
        int fields = typeof(ProblemCodes).GetFields().Count(f => f.FieldType == typeof(ProblemCode));
        Assert.Equal(fields, ProblemCodes.All.Count);
    }
}
