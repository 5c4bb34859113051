using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beian.Tests.Features.Account.Passkeys;

/// <summary>A security key in software (WebAuthn level 3, ES256): what browser and authenticator do between them, for an origin of the test's choice.</summary>
public sealed class SoftKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _user = [];
    private uint _count;

    /// <summary>The answer to what the site asks for a new key.</summary>
    public string Create(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _user = Base64Url.DecodeFromChars(asked["user"]!["id"]!.GetValue<string>());
        var point = _key.ExportParameters(false).Q;
        // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        byte[] publicKey = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Data(asked["rp"]!["id"]!.GetValue<string>(), 0x45), .. new byte[16], 0, (byte)_id.Length, .. _id, .. publicKey];
        // {"fmt": "none", "attStmt": {}, "authData": …}
        byte[] attestation =
        [
            0xA3,
            .. CborText("fmt"),
            .. CborText("none"),
            .. CborText("attStmt"),
            0xA0,
            .. CborText("authData"),
            0x58,
            (byte)data.Length,
            .. data,
        ];
        return Answer(new() { ["clientDataJSON"] = ClientData("webauthn.create", asked, origin), ["attestationObject"] = attestation });
    }

    /// <summary>The answer to what the site asks for signing in.</summary>
    /// <param name="rpId">For which site the key answers; null: the one that asks.</param>
    public string Get(string options, string origin, string? rpId = null)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", asked, origin);
        var data = Data(rpId ?? asked["rpId"]!.GetValue<string>(), 0x05);
        return Answer(
            new()
            {
                ["clientDataJSON"] = client,
                ["authenticatorData"] = data,
                ["signature"] = _key.SignData(
                    [.. data, .. SHA256.HashData(client)],
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.Rfc3279DerSequence
                ),
                ["userHandle"] = _user,
            }
        );
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(string rpId, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, .. count];
    }

    private static byte[] ClientData(string type, JsonNode asked, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = asked["challenge"]!.GetValue<string>(),
                origin,
                crossOrigin = false,
            }
        );

    private static byte[] CborText(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private string Answer(Dictionary<string, byte[]> response) =>
        JsonSerializer.Serialize(
            new
            {
                id = Base64Url.EncodeToString(_id),
                rawId = Base64Url.EncodeToString(_id),
                type = "public-key",
                clientExtensionResults = new { },
                response = response.ToDictionary(r => r.Key, r => Base64Url.EncodeToString(r.Value)),
            }
        );
}
