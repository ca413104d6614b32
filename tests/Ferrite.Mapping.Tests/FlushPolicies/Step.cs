namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>Something done to a file and to the model of what is pending.</summary>
internal sealed record Step(StepKind Kind, int Offset, int Length)
{
    internal void Do(MappedFile file, PendingModel model)
    {
        // Inside the file, wherever the last resize put its end.
        long offset = Math.Min(Offset, file.Length);
        int length = (int)Math.Min(Length, file.Length - offset);
        switch (Kind)
        {
            case StepKind.FlushRange:
                file.Flush(offset, length);
                model.Flush(offset, length);
                break;
            case StepKind.FlushAll:
                file.Flush();
                model.Flush(0, file.Length);
                break;
            case StepKind.Schedule:
                file.Flush(FlushLevel.Schedule);
                break;
            case StepKind.Resize:
                file.Resize(Length);
                model.Cut(Length);
                break;
            case StepKind.Refresh:
                file.Refresh();
                break;
            case StepKind.Chunks:
                WriteChunks(file, model);
                break;
            default:
                Write(file, model, offset, length);
                break;
        }
    }

    private void Write(MappedFile file, PendingModel model, long offset, int length)
    {
        switch (Kind)
        {
            case StepKind.Write when length >= sizeof(long):
                file.Write(offset, 42L);
                model.Write(offset, sizeof(long));
                return;
            case StepKind.Records when length >= 3:
                WriteRecords(file, offset);

                // From the first that was written to the last.
                model.Write(offset + 1, 2);
                return;
            case StepKind.Write or StepKind.Records:
                return;
            case StepKind.Span:
                file.Write(offset, new byte[length]);
                break;
            case StepKind.View:
                file.GetWritableView(offset, length).Dispose();
                break;
            case StepKind.Memory:
                file.GetMemory(offset, length).Dispose();
                break;
            case StepKind.Stream:
                file.OpenStream(offset, length).Write(new byte[length]);
                break;
            default:
                throw new InvalidOperationException($"There is no step {Kind}.");
        }

        model.Write(offset, length);
    }

    private void WriteChunks(MappedFile file, PendingModel model)
    {
        foreach (Span<byte> chunk in file.WritableChunks(Length))
        {
            chunk.Clear();
        }

        for (long start = 0; start < file.Length; start += Length)
        {
            model.Write(start, Math.Min(Length, file.Length - start));
        }
    }

    private static void WriteRecords(MappedFile file, long offset)
    {
        using MappedRecords<byte> records = file.Records<byte>(offset, 3);
        records.GetWritable(2) = 1;
        records.GetWritable(1) = 1;
    }
}
