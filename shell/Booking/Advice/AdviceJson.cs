using System.Text.Json.Serialization;
using Catalog.Shell.Booking.Advice.Contracts;

namespace Catalog.Shell.Booking.Advice;

/// <summary>The documents of what booking's models say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdviceStatusAnswer))]
[JsonSerializable(typeof(RecommendationListAnswer))]
[JsonSerializable(typeof(PriceAdviceAnswer))]
[JsonSerializable(typeof(ShowDemandListAnswer))]
[JsonSerializable(typeof(LowOccupancyListAnswer))]
[JsonSerializable(typeof(SalesForecastAnswer))]
[JsonSerializable(typeof(UnusualDayListAnswer))]
[JsonSerializable(typeof(ShowSlotListAnswer))]
[JsonSerializable(typeof(FilmReviewListAnswer))]
internal sealed partial class AdviceJson : JsonSerializerContext;
