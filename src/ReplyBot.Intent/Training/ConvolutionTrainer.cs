using System.Numerics.Tensors;
using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Training;

/// <summary>Trains a convolution network by mini-batches of back-propagation with Adam; one network on one core, seeded.</summary>
internal sealed class ConvolutionTrainer
{
    private readonly ConvolutionOptions options;
    private readonly ConvolutionWeights weights;
    private readonly int[][] texts;
    private readonly int[] labels;
    private readonly Random random;
    private readonly AdamStep embeddings;
    private readonly AdamStep taps;
    private readonly AdamStep filterBiases;
    private readonly AdamStep outputs;
    private readonly AdamStep outputBiases;
    private readonly int[] tapStarts;

    /// <summary>For each character whether its responses in this batch are worked out.</summary>
    private readonly bool[] isFresh;
    private readonly float[] responses;
    private readonly List<int> freshRows = [];

    private readonly float[] window;
    private readonly float[] strongest;
    private readonly int[] strongestAt;
    private readonly float[] masks;
    private readonly float[] errors;

    private ConvolutionTrainer(LabelledTexts data, ConvolutionOptions options, int seed)
    {
        this.options = options;
        random = new Random(seed);
        weights = ConvolutionStart.Of(data, options, random);
        texts = Array.ConvertAll(data.Prepared, text => Array.ConvertAll(text.ToCharArray(), weights.RowOf));
        labels = data.Labels;
        embeddings = new AdamStep(weights.Embeddings);
        taps = new AdamStep(weights.Taps);
        filterBiases = new AdamStep(weights.FilterBiases);
        outputs = new AdamStep(weights.Outputs);
        outputBiases = new AdamStep(weights.OutputBiases);
        var shape = weights.Shape;
        tapStarts = shape.TapStarts;
        isFresh = new bool[weights.Characters.Length + 1];
        responses = new float[isFresh.Length * shape.TapRows];
        window = new float[shape.Filters];
        strongest = new float[shape.Filters];
        strongestAt = new int[shape.Filters];
        masks = new float[shape.Filters];
        errors = new float[shape.Intents];
    }

    /// <summary>Trains a network.</summary>
    /// <param name="data">The labelled utterances.</param>
    /// <param name="options">How.</param>
    /// <param name="seed">Where its random choices start from.</param>
    /// <param name="afterEpoch">Called after each epoch; may throw to stop.</param>
    public static ConvolutionScorer Train(LabelledTexts data, ConvolutionOptions options, int seed, Action afterEpoch)
    {
        var trainer = new ConvolutionTrainer(data, options, seed);
        trainer.Run(afterEpoch);
        return new ConvolutionScorer(trainer.weights.Rounded());
    }

    private void Run(Action afterEpoch)
    {
        int[] order = [.. Enumerable.Range(0, texts.Length)];
        var batches = (order.Length + options.Batch - 1) / options.Batch;
        var steps = batches * options.Epochs;
        for (var step = 0; step < steps; step++)
        {
            if (step % batches == 0)
                random.Shuffle(order);
            var start = step % batches * options.Batch;
            var batch = order.AsSpan(start, Math.Min(options.Batch, order.Length - start));
            foreach (var place in batch)
                Learn(texts[place], labels[place], 1f / batch.Length);
            Move(options.Rate * AdamStep.Correction(step + 1) * (1 - (float)step / steps));
            if (step % batches == batches - 1)
                afterEpoch();
        }
    }

    private void Learn(int[] text, int label, float share)
    {
        // 1 leave out characters
        Span<int> rows = stackalloc int[text.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = random.NextSingle() < options.CharacterDropout ? 0 : text[i];

        // 2 forward
        FindStrongest(rows);
        for (var filter = 0; filter < masks.Length; filter++)
        {
            masks[filter] = strongest[filter] > 0 && random.NextSingle() >= options.FilterDropout ? 1 / (1 - options.FilterDropout) : 0;
            strongest[filter] *= masks[filter];
        }

        FindErrors(label, share);

        // 3 backward
        LearnOutputs(rows);
    }

    private void FindStrongest(ReadOnlySpan<int> rows)
    {
        var shape = weights.Shape;
        Array.Clear(strongest);
        for (var start = 0; start < rows.Length; start++)
        {
            weights.FilterBiases.CopyTo(window, 0);
            for (var tap = 0; tap < tapStarts.Length && start + tap < rows.Length; tap++)
            {
                var reached = window.AsSpan(0, shape.FiltersByTap[tap]);
                TensorPrimitives.Add(reached, ResponsesOf(rows[start + tap]).Slice(tapStarts[tap], reached.Length), reached);
            }

            for (var filter = 0; filter < window.Length; filter++)
            {
                if (window[filter] > strongest[filter])
                {
                    strongest[filter] = window[filter];
                    strongestAt[filter] = start;
                }
            }
        }
    }

    /// <summary>Probabilities minus what they should be.</summary>
    private void FindErrors(int label, float share)
    {
        weights.OutputBiases.CopyTo(errors, 0);
        for (var filter = 0; filter < strongest.Length; filter++)
            if (strongest[filter] > 0)
                TensorPrimitives.MultiplyAdd(OutputsOf(weights.Outputs, filter), strongest[filter], errors, errors);
        TensorPrimitives.SoftMax(errors, errors);
        TensorPrimitives.Subtract(errors, options.LabelSmoothing / errors.Length, errors);
        errors[label] -= 1 - options.LabelSmoothing;
        TensorPrimitives.Multiply(errors, share, errors);
    }

    private void LearnOutputs(ReadOnlySpan<int> rows)
    {
        TensorPrimitives.Add(outputBiases.Gradient, errors, outputBiases.Gradient);
        for (var filter = 0; filter < strongest.Length; filter++)
        {
            if (strongest[filter] <= 0)
                continue;
            var gradients = OutputsOf(outputs.Gradient, filter);
            TensorPrimitives.MultiplyAdd(errors, strongest[filter], gradients, gradients);
            LearnFilter(filter, TensorPrimitives.Dot(OutputsOf(weights.Outputs, filter), errors) * masks[filter], rows);
        }
    }

    private void LearnFilter(int filter, float error, ReadOnlySpan<int> rows)
    {
        var shape = weights.Shape;
        filterBiases.Gradient[filter] += error;
        for (var tap = 0; tap < tapStarts.Length && filter < shape.FiltersByTap[tap] && strongestAt[filter] + tap < rows.Length; tap++)
        {
            var embedding = rows[strongestAt[filter] + tap] * shape.Dimensions;
            var row = (tapStarts[tap] + filter) * shape.Dimensions;
            var tapGradients = taps.Gradient.AsSpan(row, shape.Dimensions);
            var embeddingGradients = embeddings.Gradient.AsSpan(embedding, shape.Dimensions);
            TensorPrimitives.MultiplyAdd(weights.Embeddings.AsSpan(embedding, shape.Dimensions), error, tapGradients, tapGradients);
            TensorPrimitives.MultiplyAdd(weights.Taps.AsSpan(row, shape.Dimensions), error, embeddingGradients, embeddingGradients);
        }
    }

    private void Move(float rate)
    {
        var dimensions = weights.Shape.Dimensions;
        foreach (var row in freshRows)
        {
            embeddings.Move(row * dimensions, dimensions, rate);
            isFresh[row] = false;
        }

        freshRows.Clear();
        taps.Move(0, weights.Taps.Length, rate);
        filterBiases.Move(0, weights.FilterBiases.Length, rate);
        outputs.Move(0, weights.Outputs.Length, rate);
        outputBiases.Move(0, weights.OutputBiases.Length, rate);
    }

    private ReadOnlySpan<float> ResponsesOf(int row)
    {
        var of = responses.AsSpan(row * weights.Shape.TapRows, weights.Shape.TapRows);
        if (!isFresh[row])
        {
            TapResponses.Fill(weights, row, of);
            isFresh[row] = true;
            freshRows.Add(row);
        }

        return of;
    }

    private Span<float> OutputsOf(float[] values, int filter) => values.AsSpan(filter * weights.Shape.Intents, weights.Shape.Intents);
}
