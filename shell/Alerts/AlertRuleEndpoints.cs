using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Alerts;

/// <summary>The rules behind alerts. For administrators. Thread-safe.</summary>
internal sealed class AlertRuleEndpoints(AlertDesk desk, InsightRegistry insight, Bearer bearer)
{
    private const string Tag = "Alerts";

    /// <summary>Maps everything below <c>/api/admin/alerts/rules</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/alerts/rules");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "The rules behind alerts").NeedsToken(AccountRole.Admin)
            .Gives<AlertRuleListAnswer>().Fails(401, 403, 503);
        admin.MapPost("", bearer.RequireAdmin(AddAsync))
            .Describe(Tag, "Set up a rule").NeedsToken(AccountRole.Admin).NeedsIdempotencyKey()
            .Takes<AlertRuleRequest>().Gives<AlertRuleAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 403, 409, 413, 415, 422, 503, 507).Audited("alert-rule.add");
        admin.MapPut("/{id}", bearer.RequireAdmin(ChangeAsync))
            .Describe(Tag, "Replace a rule").NeedsToken(AccountRole.Admin)
            .Takes<AlertRuleRequest>().Gives<AlertRuleAnswer>()
            .Fails(400, 401, 403, 404, 413, 415, 503, 507).Audited("alert-rule.change", "id");
        admin.MapPost("/{id}/enable", bearer.RequireAdmin((context, caller) => SwitchAsync(context, caller, true)))
            .Describe(Tag, "Switch a rule on").NeedsToken(AccountRole.Admin).Gives<AlertRuleAnswer>()
            .Fails(401, 403, 404, 503, 507).Audited("alert-rule.enable", "id");
        admin.MapPost("/{id}/disable", bearer.RequireAdmin((context, caller) => SwitchAsync(context, caller, false)))
            .Describe(Tag, "Switch a rule off; its alert is over").NeedsToken(AccountRole.Admin)
            .Gives<AlertRuleAnswer>().Fails(401, 403, 404, 503, 507).Audited("alert-rule.disable", "id");
        admin.MapGet("/subjects", bearer.RequireAdmin(ListSubjectsAsync))
            .Describe(Tag, "What a rule can be about: the rollups of all systems").NeedsToken(AccountRole.Admin)
            .Gives<AlertSubjectListAnswer>().Fails(401, 403);
        admin.MapDelete("/{id}", bearer.RequireAdmin(RemoveAsync))
            .Describe(Tag, "Remove a rule; its alert is over").NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status204NoContent).Fails(401, 403, 404, 503, 507).Audited("alert-rule.remove", "id");
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        if (await AlertEndpoints.ReadAsync(context, desk) is not { } all) return;
        var answer = new AlertRuleListAnswer([.. all.Rules.Select(AlertRuleAnswer.Of)]);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AlertJson.Default.AlertRuleListAnswer);
    }

    private async Task AddAsync(HttpContext context, Caller caller)
    {
        Body<AlertRuleRequest> body = await RequestBody.ReadAsync(context, AlertJson.Default.AlertRuleRequest);
        if (body.Value is not { } request) return;
        if (IdempotencyHeader.Read(context, caller.UserId, "alerts.rule"u8, body.Hash, out IdempotencyKey key)
            is { } problem)
        {
            await Problems.WriteAsync(context, problem);
            return;
        }

        if (await RuleOfAsync(context, request, 0, caller) is not { } rule) return;
        await AnswerAsync(context, await desk.SaveAsync(rule, key), StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        Body<AlertRuleRequest> body = await RequestBody.ReadAsync(context, AlertJson.Default.AlertRuleRequest);
        if (body.Value is not { } request) return;
        if (await AlertEndpoints.ReadAsync(context, desk) is not { } all) return;
        AlertRule? before = IdText.TryRead(context, "id", out ulong id)
            ? Array.Find(all.Rules, each => each.Id == id)
            : null;
        if (before is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await RuleOfAsync(context, request, id, caller) is not { } rule) return;
        bool keepsSecret = rule.Channels is { Webhook: not null, Secret: null };
        if (keepsSecret) rule = rule with { Channels = rule.Channels with { Secret = before.Channels.Secret } };
        await AnswerAsync(context, await desk.SaveAsync(rule), StatusCodes.Status200OK);
    }

    private async Task SwitchAsync(HttpContext context, Caller caller, bool isEnabled)
    {
        if (IdText.TryRead(context, "id", out ulong id))
        {
            Reply<AlertResult> reply = await desk.SwitchRuleAsync(id, caller.UserId, isEnabled);
            await AnswerAsync(context, reply, StatusCodes.Status200OK);
        }
        else
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
        }
    }

    private Task ListSubjectsAsync(HttpContext context, Caller caller)
    {
        IEnumerable<IRollupSource> sources = insight.All.OrderBy(static each => each.System, StringComparer.Ordinal);
        var answer = new AlertSubjectListAnswer([.. sources.Select(AlertSubjectAnswer.Of)]);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AlertJson.Default.AlertSubjectListAnswer);
    }

    private async Task RemoveAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "id", out ulong id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await AlertEndpoints.RefusedAsync(context, await desk.RemoveRuleAsync(id, caller.UserId))) return;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<AlertRule?> RuleOfAsync(
        HttpContext context, AlertRuleRequest request, ulong id, Caller caller)
    {
        var errors = new FieldErrors();
        AlertRule rule = AlertWish.Read(request, (id, caller.UserId), insight, errors);
        if (errors.IsEmpty) return rule;
        await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
        return null;
    }

    private async Task AnswerAsync(HttpContext context, Reply<AlertResult> reply, int status)
    {
        if (await AlertEndpoints.RefusedAsync(context, reply)) return;
        if (await AlertEndpoints.ReadAsync(context, desk) is not { } all) return;
        AuditTrail.SetTarget(context, IdText.Of(reply.Value.Id));
        AlertRule rule = Array.Find(all.Rules, each => each.Id == reply.Value.Id)!;
        await JsonResponse.WriteAsync(context, status, AlertRuleAnswer.Of(rule), AlertJson.Default.AlertRuleAnswer);
    }
}
