using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beian.Web.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Beian.Web.Features.Account.Platform;

/// <summary>What one sign-in asks the platform with: it comes back in the answer and in the token.</summary>
public sealed record PlatformQuestion(string State, string Nonce, string Verifier, string? ReturnUrl);

/// <summary>
/// Speaks OpenID Connect with the national service platform: authorization code flow with PKCE. Addresses and keys come from its discovery document, which is
/// read anew when a token names a key that is not known yet.
/// </summary>
public sealed class PlatformClient : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromHours(12);

    /// <summary>Tokens with keys that nobody knows do not make this program ask for keys more often.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);

    private readonly PlatformSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1_000_000 };
    private readonly HttpDocumentRetriever _documents;
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private (OpenIdConnectConfiguration Configuration, DateTimeOffset ReadAt)? _known;

    public PlatformClient(Settings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings.Platform, clock);
        // By plain http only to this machine itself.
        _documents = new(_http) { RequireHttps = !(Uri.TryCreate(_settings.Authority, UriKind.Absolute, out var uri) && uri.IsLoopback) };
    }

    /// <summary>Where the browser goes to be asked there.</summary>
    /// <exception cref="PlatformRefusal">The platform does not answer.</exception>
    public async Task<string> AddressAsync(PlatformQuestion question, string redirect, CancellationToken stop) =>
        QueryHelpers.AddQueryString(
            (await ReadAsync(stop)).AuthorizationEndpoint,
            new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = _settings.ClientId,
                ["redirect_uri"] = redirect,
                ["scope"] = "openid profile",
                ["state"] = question.State,
                ["nonce"] = question.Nonce,
                ["code_challenge"] = Base64UrlEncoder.Encode(
                    System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(question.Verifier))
                ),
                ["code_challenge_method"] = "S256",
            }
        );

    /// <summary>Where the browser goes to sign out there too; null: the platform offers none, or does not answer.</summary>
    public async Task<string?> SignOutAddressAsync(string back, CancellationToken stop)
    {
        try
        {
            return (await ReadAsync(stop)).EndSessionEndpoint is { Length: > 0 } end
                ? QueryHelpers.AddQueryString(
                    end,
                    new Dictionary<string, string?> { ["client_id"] = _settings.ClientId, ["post_logout_redirect_uri"] = back }
                )
                : null;
        }
        catch (PlatformRefusal)
        {
            return null;
        }
    }

    /// <summary>Exchanges the code for a token and checks the token: signature, issuer, audience, time, nonce.</summary>
    /// <exception cref="PlatformRefusal">Something of it is not right.</exception>
    public async Task<PlatformIdentity> RedeemAsync(string code, PlatformQuestion question, string redirect, CancellationToken stop)
    {
        var configuration = await ReadAsync(stop);
        var token = await ExchangeAsync(configuration.TokenEndpoint, code, question, redirect, stop);
        var result = await ValidateAsync(token, configuration);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await ValidateAsync(token, await ReadAsync(stop, _shortest)); // the platform has new keys
        if (!result.IsValid || Claim(result, "nonce") != question.Nonce || Claim(result, "sub") is not { Length: > 0 and <= 255 } subject)
            throw PlatformRefusal.OfToken(result.Exception);
        return new(configuration.Issuer, subject, Claim(result, "name") ?? "");
    }

    public void Dispose() => _http.Dispose();

    private Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration configuration) =>
        _tokens.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidAudience = _settings.ClientId,
                ValidIssuer = configuration.Issuer,
                IssuerSigningKeys = configuration.SigningKeys,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = IsInTime,
            }
        );

    /// <summary>By the program's clock, two minutes aside.</summary>
    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var (now, skew) = (_clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(2));
        return expires is { } end && end > now - skew && (notBefore is null || notBefore < now + skew);
    }

    private static string? Claim(TokenValidationResult result, string name) =>
        result.Claims.TryGetValue(name, out var value) ? value as string : null;

    /// <param name="age">How old what is known may be.</param>
    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken stop, TimeSpan? age = null)
    {
        var now = _clock.GetUtcNow();
        if (_known is { } known && now - known.ReadAt < (age ?? _longest))
            return known.Configuration;
        try
        {
            var address = _settings.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(address, _documents, stop);
            _known = (read, now);
            return read;
        }
        catch (Exception fault)
            when (fault is InvalidOperationException or ArgumentException or IOException or HttpRequestException
                || (fault is OperationCanceledException && !stop.IsCancellationRequested)
            )
        {
            throw PlatformRefusal.OfSilence(fault);
        }
    }

    private async Task<string> ExchangeAsync(
        string endpoint,
        string code,
        PlatformQuestion question,
        string redirect,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        var secret = $"{Uri.EscapeDataString(_settings.ClientId)}:{Uri.EscapeDataString(_settings.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(secret)));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = redirect,
                ["code_verifier"] = question.Verifier,
            }
        );
        try
        {
            using var answer = await _http.SendAsync(request, stop);
            var body = await answer.Content.ReadAsStringAsync(stop);
            if (!answer.IsSuccessStatusCode)
                throw PlatformRefusal.OfToken(new HttpRequestException($"The token endpoint answered {(int)answer.StatusCode}."));
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
                ? token.GetString()!
                : throw PlatformRefusal.OfToken(null);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw PlatformRefusal.OfSilence(fault);
        }
        catch (JsonException fault)
        {
            throw PlatformRefusal.OfToken(fault);
        }
    }
}
