using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Exports.Commands;
using Catalog.Shell.Exports.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Exports;

/// <summary>Reports that are made daily or weekly and sent by mail. For administrators. Thread-safe.</summary>
internal sealed class ReportEndpoints(Exporter exporter, ExportSources sources, Bearer bearer)
{
    private const string Tag = "Exports";

    /// <summary>Maps everything below <c>/api/admin/reports</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/reports");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "Reports that are made again and again").NeedsToken(AccountRole.Admin)
            .Gives<ReportListAnswer>().Fails(401, 403, 503);
        admin.MapPost("", bearer.RequireAdmin(AddAsync))
            .Describe(Tag, "Set up a report").NeedsToken(AccountRole.Admin).NeedsIdempotencyKey()
            .Takes<ReportRequest>().Gives<ReportAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 403, 409, 413, 415, 422, 503, 507).Audited("report.add");
        admin.MapPut("/{id}", bearer.RequireAdmin(ChangeAsync))
            .Describe(Tag, "Replace a report").NeedsToken(AccountRole.Admin)
            .Takes<ReportRequest>().Gives<ReportAnswer>().Fails(400, 401, 403, 404, 413, 415, 503, 507)
            .Audited("report.change", "id");
        admin.MapPost("/{id}/pause", bearer.RequireAdmin((context, _) => SwitchAsync(context, true)))
            .Describe(Tag, "Make a report no more until it is resumed").NeedsToken(AccountRole.Admin)
            .Gives<ReportAnswer>().Fails(401, 403, 404, 503, 507).Audited("report.pause", "id");
        admin.MapPost("/{id}/resume", bearer.RequireAdmin((context, _) => SwitchAsync(context, false)))
            .Describe(Tag, "Make a report again, from its next time on").NeedsToken(AccountRole.Admin)
            .Gives<ReportAnswer>().Fails(401, 403, 404, 503, 507).Audited("report.resume", "id");
        admin.MapPost("/{id}/run", bearer.RequireAdmin(RunAsync))
            .Describe(Tag, "Make a report now as well, and send it").NeedsToken(AccountRole.Admin)
            .NeedsIdempotencyKey().Gives<ReportAnswer>(StatusCodes.Status202Accepted)
            .Fails(400, 401, 403, 404, 409, 422, 503, 507).Audited("report.run", "id");
        admin.MapDelete("/{id}", bearer.RequireAdmin(RemoveAsync))
            .Describe(Tag, "End a report").NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status204NoContent).Fails(401, 403, 404, 503, 507).Audited("report.remove", "id");
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        Reply<ExportListing> reply = await exporter.ListAsync();
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        ExportListing all = reply.Value;
        var answer = new ReportListAnswer([.. all.Plans.Select(plan => ReportAnswer.Of(plan, all.Jobs))]);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, ExportJson.Default.ReportListAnswer);
    }

    private async Task AddAsync(HttpContext context, Caller caller)
    {
        Body<ReportRequest> body = await RequestBody.ReadAsync(context, ExportJson.Default.ReportRequest);
        if (body.Value is not { } request) return;
        if (IdempotencyHeader.Read(context, caller.UserId, "reports.add"u8, body.Hash, out IdempotencyKey key)
            is { } problem)
        {
            await Problems.WriteAsync(context, problem);
            return;
        }

        if (await PlanOfAsync(context, request, 0, caller) is not { } plan) return;
        await AnswerAsync(context, await exporter.SaveAsync(plan, key), StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        Body<ReportRequest> body = await RequestBody.ReadAsync(context, ExportJson.Default.ReportRequest);
        if (body.Value is not { } request) return;
        if (!IdText.TryRead(context, "id", out ulong id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await PlanOfAsync(context, request, id, caller) is not { } plan) return;
        await AnswerAsync(context, await exporter.SaveAsync(plan), StatusCodes.Status200OK);
    }

    private async Task SwitchAsync(HttpContext context, bool isPaused)
    {
        if (!IdText.TryRead(context, "id", out ulong id)) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else await AnswerAsync(context, await exporter.SwitchPlanAsync(id, isPaused), StatusCodes.Status200OK);
    }

    private async Task RunAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "id", out ulong id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (IdempotencyHeader.Read(context, caller.UserId, "reports.run"u8, id, out IdempotencyKey key)
            is { } problem)
        {
            await Problems.WriteAsync(context, problem);
            return;
        }

        Reply<ExportResult> reply = await exporter.RunPlanAsync(id, caller.UserId, key);
        await AnswerAsync(context, reply, StatusCodes.Status202Accepted);
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "id", out ulong id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await ExportEndpoints.RefusedAsync(context, await exporter.RemovePlanAsync(id))) return;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task AnswerAsync(HttpContext context, Reply<ExportResult> reply, int status)
    {
        if (await ExportEndpoints.RefusedAsync(context, reply)) return;
        Reply<ExportListing> all = await exporter.ListAsync();
        ReportPlan? plan = all.HasValue ? Array.Find(all.Value.Plans, each => each.Id == reply.Value.Id) : null;
        if (plan is null) await Problems.WriteAsync(context, ProblemCodes.NotFound);
        else
            await JsonResponse.WriteAsync(
                context, status, ReportAnswer.Of(plan, all.Value.Jobs), ExportJson.Default.ReportAnswer);
    }

    /// <summary>The report a request describes, or null when the problem has been answered.</summary>
    private async Task<ReportPlan?> PlanOfAsync(HttpContext context, ReportRequest request, ulong id, Caller caller)
    {
        var errors = new FieldErrors();
        ExportWish? wish = ExportWish.Read(
            new ExportRequest(request.Source, request.Format, request.Arguments, request.Title), sources, errors);
        DayOfWeek? weekday = WeekdayOf(request, errors);
        errors.Check(request.HourUtc is >= 0 and <= 23, "hourUtc", "Must be from 0 to 23.");
        CheckRecipients(request.Recipients, errors);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return null;
        }

        return new ReportPlan
        {
            Id = id,
            UserId = caller.UserId,
            Source = wish!.Source.Name,
            Arguments = wish.Arguments,
            Format = wish.Format,
            Title = wish.Title,
            Weekday = weekday,
            HourUtc = request.HourUtc,
            Recipients = [.. request.Recipients.Select(static address => address.Trim())],
        };
    }

    private static DayOfWeek? WeekdayOf(ReportRequest request, FieldErrors errors)
    {
        errors.Check(request.Every is "day" or "week", "every", "Must be 'day' or 'week'.");
        if (request.Every != "week")
        {
            errors.Check(request.Weekday is null, "weekday", "Is for weekly reports.");
            return null;
        }

        foreach (DayOfWeek day in Enum.GetValues<DayOfWeek>())
            if (string.Equals(day.ToString(), request.Weekday, StringComparison.OrdinalIgnoreCase)) return day;
        errors.Add("weekday", "Must be a day of the week as in 'monday'.");
        return null;
    }

    private static void CheckRecipients(IReadOnlyList<string> recipients, FieldErrors errors)
    {
        errors.Check(
            recipients.Count is >= 1 and <= ReportPlan.MaxRecipients, "recipients",
            $"Must be 1 to {ReportPlan.MaxRecipients} mail addresses.");
        foreach (string address in recipients)
            errors.Check(EmailAddress.TryNormalize(address, out _), "recipients", "Holds what is no mail address.");
    }
}
