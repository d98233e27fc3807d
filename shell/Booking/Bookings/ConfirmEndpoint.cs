using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>Pays for a hold. Thread-safe.</summary>
public sealed class ConfirmEndpoint(
    PaymentFlow payments, BookingAnswers answers, BookingFinder finder, BookingLimits limits, Bearer bearer)
{
    private const int MaxCardTokenLength = 200;

    /// <summary>Maps <c>POST api/bookings/confirm</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/bookings/confirm", bearer.RequireUser(HandleAsync))
            .Describe("Bookings", "Pay for a hold")
            .NeedsToken().NeedsIdempotencyKey().Takes<ConfirmBookingRequest>()
            .Gives<ConfirmedAnswer>().Gives<ConfirmedAnswer>(StatusCodes.Status202Accepted)
            .Fails(400, 401, 402, 404, 409, 413, 415, 422, 429, 503, 507);

    /// <summary>Serves one request.</summary>
    internal async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (await limits.Confirm.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is { Allowed: false } refused)
        {
            await limits.Confirm.RefuseAsync(context, refused);
            return;
        }

        Body<ConfirmBookingRequest> body =
            await RequestBody.ReadAsync(context, BookingJson.Default.ConfirmBookingRequest);
        if (body.Value is not { } request) return;
        if (IdempotencyHeader.Read(context, caller.UserId, "booking.confirm"u8, body.Hash, out IdempotencyKey key)
            is { } unusable)
        {
            await Problems.WriteAsync(context, unusable);
            return;
        }

        var errors = new FieldErrors();
        errors.Check(request.Payment.Method == "card", "payment.method", "Must be 'card'.");
        bool isUsable = request.Payment.Token.Length is > 0 and <= MaxCardTokenLength;
        errors.Check(isUsable, "payment.token", "Must be 1 to 200 characters.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        if (!finder.TryParse(request.BookingId, out BookingId id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such booking.");
            return;
        }

        var hold = new HoldReference(caller.UserId, id.Number, new HoldToken(request.Token ?? 0));
        var wish = new ConfirmRequest(id.ShowtimeId, hold, request.Payment.Token, key);
        await AnswerAsync(context, id, caller, await payments.ConfirmAsync(wish));
    }

    private async Task AnswerAsync(HttpContext context, BookingId id, Caller caller, ConfirmOutcome outcome)
    {
        if (outcome.Status is not (ReplyStatus.Done or ReplyStatus.Repeated))
        {
            await Problems.WriteAsync(context, outcome.Status);
        }
        else if (outcome.IsPending)
        {
            context.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
            ConfirmedAnswer paying = answers.Confirmed(id.ShowtimeId, outcome.Result, "paying");
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status202Accepted, paying, BookingJson.Default.ConfirmedAnswer);
        }
        else if (outcome.Result.Code == BookingCode.Ok)
        {
            ConfirmedAnswer confirmed = answers.Confirmed(id.ShowtimeId, outcome.Result, "confirmed");
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, confirmed, BookingJson.Default.ConfirmedAnswer);
        }
        else
        {
            ProblemCode problem = outcome.Result.Code == BookingCode.UnknownBooking
                ? await finder.ExplainAsync(id, caller.UserId, context.RequestAborted)
                : BookingProblems.Of(outcome.Result.Code);
            await Problems.WriteAsync(context, problem, ReasonOf(outcome.Reason));
        }
    }

    private static string? ReasonOf(PaymentReason reason) => reason switch
    {
        PaymentReason.CardDeclined => "The bank declined the card.",
        PaymentReason.InsufficientFunds => "There is not enough money on the card's account.",
        PaymentReason.UnknownCard => "The payment provider does not know the card.",
        _ => null,
    };
}
