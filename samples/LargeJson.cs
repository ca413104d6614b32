using System.Buffers;
using System.Text.Json;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Parses JSON of any size, past the 2 GiB that an array or a span can hold, without reading it into memory: adds up every number that is
/// called "amount". <c>dotnet run --project samples -- json /tmp/payments.json</c>
/// </summary>
internal static class LargeJson
{
    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Open(path);
        ReadOnlySequence<byte> json = file.AsSequence();
        try
        {
            (long count, long sum) = Sum(json);
            // The parser has seen the file's bytes, and not the zeros of a page that was lost.
            file.Validate(json);
            Console.WriteLine($"{count} amounts in {file.Length} bytes, together {sum}");
            return 0;
        }
        catch (JsonException e)
        {
            file.Validate(json);
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static (long Count, long Sum) Sum(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        long count = 0;
        long sum = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("amount"u8) && reader.Read())
            {
                count++;
                sum += reader.GetInt64();
            }
        }

        return (count, sum);
    }
}
