using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Economy;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;
using Catalog.Shell.Leaderboards.Crowd.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>Taking purchases down, and what they come to: for administrators. Thread-safe.</summary>
internal sealed class EconomyEndpoints(
    SystemHandle<PurchasesState> purchases,
    ProjectionView<SpendingBook> spending,
    ProjectionView<EngagementBook> book,
    ReadYourWrites reads,
    PlaySource play,
    Bearer bearer)
{
    private const string Unrated = "unrated";
    private const int Week = 7;
    private const int DaysBeforeMonday = 3;
    private static readonly string[] Tiers = ["beginner", "intermediate", "advanced", "pro", Unrated];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/admin/purchases", bearer.RequireAdmin(RecordAsync))
            .Describe("Leaderboards administration", "Take down what a player paid in the game")
            .NeedsToken(AccountRole.Admin).NeedsIdempotencyKey().Takes<PurchaseRequest>()
            .Gives<ModerationAnswer>(StatusCodes.Status201Created).Fails(400, 401, 403, 409, 413, 415, 422, 503, 507)
            .Audited("purchase.record");
        routes.MapGet("/api/admin/insight/economy", bearer.RequireAdmin(DescribeAsync))
            .Describe("Leaderboards insight", "What players pay: by day, tier and channel, and how many begin to")
            .Query("from", "From this day or time; 30 days otherwise").Query("to", "Until then; now otherwise")
            .Query("currency", "The currency; the one with the most revenue otherwise")
            .NeedsToken(AccountRole.Admin).Gives<EconomyAnswer>().Fails(400, 401, 403);
    }

    private async Task RecordAsync(HttpContext context, Caller caller)
    {
        Body<PurchaseRequest> body = await RequestBody.ReadAsync(context, CrowdJson.Default.PurchaseRequest);
        if (body.Value is not { } request) return;
        var purchase = new Purchase(
            request.PlayerId ?? 0,
            request.Amount ?? 0,
            request.Currency ?? "",
            request.Channel?.Trim() ?? "",
            request.At?.ToUnixTimeMilliseconds() ?? play.NowMs);
        if (Check(request, in purchase) is { IsEmpty: false } errors)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        ProblemCode? unusable = IdempotencyHeader.Read(
            context, caller.UserId, "leaderboards.purchase"u8, body.Hash, out IdempotencyKey key);
        if (unusable is not null)
        {
            await Problems.WriteAsync(context, unusable);
            return;
        }

        Reply<BoardResult> reply = await purchases.ExecuteAsync<RecordPurchase, BoardResult>(
            PurchaseMachine.Key, new RecordPurchase(play.NowMs, purchase, key));
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok)
            await Problems.WriteAsync(context, LeaderboardProblems.Of(reply.Value.Code));
        else
        {
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status201Created, new ModerationAnswer(reply.Value.Number),
                LeaderboardsJson.Default.ModerationAnswer);
        }
    }

    private FieldErrors Check(PurchaseRequest request, in Purchase purchase)
    {
        var errors = new FieldErrors();
        errors.Check(purchase.PlayerId != 0, "playerId", "Must be a player.");
        bool isAmount = request.Amount is { } amount && Math.Abs(amount) <= Purchase.MaxAmountMinor;
        errors.Check(isAmount, "amount", "Must be a number of the currency's smallest unit.");
        bool isCurrency = purchase.Currency.Length == 3 && purchase.Currency.All(char.IsAsciiLetterUpper);
        errors.Check(isCurrency, "currency", "Must be three capitals, as in EUR.");
        bool isChannel = purchase.Channel.Length <= Purchase.MaxChannelLength;
        errors.Check(isChannel, "channel", "Must have at most 40 characters.");
        bool isPast = purchase.AtMs >= 0 && purchase.AtMs <= play.NowMs + BoardCalendar.HourMs;
        errors.Check(isPast, "at", "Must not be to come.");
        return errors;
    }

    private async Task DescribeAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        CrowdDays days = CrowdDays.Read(query, play.NowMs);
        string? wanted = query.Text("currency", 3);
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(spending, context.RequestAborted);
        await reads.WaitAsync(book, context.RequestAborted);
        EconomyAnswer answer = spending.Read((days, wanted, Self: this), static (all, asked) =>
            asked.Self.Describe(all, asked.days, asked.wanted ?? all.Currencies.FirstOrDefault()));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, CrowdJson.Default.EconomyAnswer);
    }

    private EconomyAnswer Describe(SpendingBook all, CrowdDays days, string? currency)
    {
        Spender[] spenders = currency is null ? [] : all.Spenders(currency);
        RevenueDay[] rows = currency is null ? [] : all.Days(currency, days.From, Math.Min(days.To, days.Today + 1));
        return new EconomyAnswer(
            currency,
            all.Currencies,
            book.Read(0, static (crowd, _) => crowd.PlayerCount),
            spenders.Length,
            spenders.Sum(static each => each.AmountMinor),
            [
                .. rows.Select(static each => new RevenueDayAnswer(
                    CrowdDays.DayOf(each.Day), each.AmountMinor, each.Purchases, each.NewPayers)),
            ],
            TiersOf(spenders),
            ChannelsOf(all, spenders),
            CohortsOf(days, spenders));
    }

    private RevenueTierAnswer[] TiersOf(Spender[] spenders)
    {
        var byTier = spenders.ToLookup(each => play.SkillOf(each.PlayerId)?.Tier ?? Unrated);
        return
        [
            .. Tiers.Select(tier => new RevenueTierAnswer(
                tier, byTier[tier].Count(), byTier[tier].Sum(static each => each.AmountMinor))),
        ];
    }

    private static RevenueChannelAnswer[] ChannelsOf(SpendingBook all, Spender[] spenders)
    {
        int[] players = all.PlayersByChannel();
        var byChannel = spenders.ToLookup(static each => each.Channel);
        return
        [
            .. players.Select((count, i) =>
            {
                long revenue = byChannel[i].Sum(static each => each.AmountMinor);
                return new RevenueChannelAnswer(
                    all.Channels[i], count, byChannel[i].Count(), revenue,
                    count == 0 ? 0 : Math.Round((double)revenue / count, 1));
            }).Where(static each => each.Players > 0).OrderByDescending(static each => each.Revenue),
        ];
    }

    private ConversionAnswer[] CohortsOf(CrowdDays days, Spender[] spenders) =>
        book.Read((days, spenders), static (crowd, asked) =>
        {
            IReadOnlyList<EngagementCohort> cohorts =
                crowd.Cohorts(asked.days.From, asked.days.To, asked.days.Today, isByWeek: true);
            var payers = new Dictionary<int, int>();
            foreach (Spender spender in asked.spenders)
            {
                if (crowd.Find(spender.PlayerId) is not { } player) continue;
                int monday = ((player.FirstDay + DaysBeforeMonday) / Week * Week) - DaysBeforeMonday;
                payers[monday] = payers.GetValueOrDefault(monday) + 1;
            }

            return cohorts.Select(each => new ConversionAnswer(
                CrowdDays.DayOf(each.FirstDay), each.Active.Count == 0 ? 0 : each.Active[0],
                payers.GetValueOrDefault(each.FirstDay))).ToArray();
        });
}
