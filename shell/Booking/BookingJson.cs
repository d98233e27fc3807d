using System.Text.Json.Serialization;
using Catalog.Shell.Booking.Chatbot;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking;

/// <summary>The documents of seat booking's endpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReserveRequest))]
[JsonSerializable(typeof(HoldAnswer))]
[JsonSerializable(typeof(ConfirmBookingRequest))]
[JsonSerializable(typeof(ConfirmedAnswer))]
[JsonSerializable(typeof(CancelledAnswer))]
[JsonSerializable(typeof(BookingAnswer))]
[JsonSerializable(typeof(BookingListAnswer))]
[JsonSerializable(typeof(SeatsAnswer))]
[JsonSerializable(typeof(MovieListAnswer))]
[JsonSerializable(typeof(MovieDetailAnswer))]
[JsonSerializable(typeof(TheaterListAnswer))]
[JsonSerializable(typeof(ShowtimeListAnswer))]
[JsonSerializable(typeof(JoinWaitingListRequest))]
[JsonSerializable(typeof(WaitingListAnswer))]
[JsonSerializable(typeof(MyWaitsAnswer))]
[JsonSerializable(typeof(WaitingRoomAnswer))]
[JsonSerializable(typeof(TheaterRequest))]
[JsonSerializable(typeof(MovieRequest))]
[JsonSerializable(typeof(ShowtimeRequest))]
[JsonSerializable(typeof(BlockRequest))]
[JsonSerializable(typeof(LiveHoldListAnswer))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(SalesAnswer))]
[JsonSerializable(typeof(OccupancyAnswer))]
[JsonSerializable(typeof(ChatbotRequest))]
[JsonSerializable(typeof(ChatbotAnswer))]
[JsonSerializable(typeof(ChatbotWords))]
[JsonSerializable(typeof(ChatbotMemory))]
internal sealed partial class BookingJson : JsonSerializerContext;
