using Catalog.Engine.Core.Machines;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Contracts;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts;

/// <summary>Calls of webhooks that wait or were set aside. For administrators. Thread-safe.</summary>
internal sealed class WebhookEndpoints(AlertDesk desk, Bearer bearer)
{
    private const string Tag = "Alerts";

    /// <summary>Maps everything below <c>/api/admin/alerts/deliveries</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/alerts/deliveries");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "Calls of webhooks that wait, or were set aside after they failed too often")
            .NeedsToken(AccountRole.Admin).Gives<WebhookDeliveryListAnswer>().Fails(401, 403, 503);
        admin.MapPost("/{id}/retry", bearer.RequireAdmin(RetryAsync))
            .Describe(Tag, "Try a call again that was set aside").NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status204NoContent).Fails(401, 403, 404, 503, 507)
            .Audited("alert-delivery.retry", "id");
        admin.MapDelete("/{id}", bearer.RequireAdmin(RemoveAsync))
            .Describe(Tag, "Give a call up").NeedsToken(AccountRole.Admin)
            .Gives(StatusCodes.Status204NoContent).Fails(401, 403, 404, 503, 507)
            .Audited("alert-delivery.remove", "id");
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        Reply<DeliveryListing> all = await desk.ListDeliveriesAsync();
        if (!all.HasValue)
        {
            await Problems.WriteAsync(context, all.Status);
            return;
        }

        var answer = new WebhookDeliveryListAnswer([.. all.Value.Deliveries.Select(WebhookDeliveryAnswer.Of)]);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AlertJson.Default.WebhookDeliveryListAnswer);
    }

    private Task RetryAsync(HttpContext context, Caller caller) => ChangeAsync(context, desk.RetryDeliveryAsync);

    private Task RemoveAsync(HttpContext context, Caller caller) =>
        ChangeAsync(context, id => desk.EndDeliveryAsync(id, 0, null));

    private static async Task ChangeAsync(HttpContext context, Func<ulong, ValueTask<Reply<AlertResult>>> change)
    {
        if (!IdText.TryRead(context, "id", out ulong id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (await AlertEndpoints.RefusedAsync(context, await change(id))) return;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
