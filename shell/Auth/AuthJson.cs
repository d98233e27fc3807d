using System.Text.Json.Serialization;
using Catalog.Shell.Auth.Contracts;

namespace Catalog.Shell.Auth;

/// <summary>The documents of the accounts' endpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(ChangeRoleRequest))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(DemoAnswer))]
internal sealed partial class AuthJson : JsonSerializerContext;
